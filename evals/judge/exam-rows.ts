import * as OpenCC from "opencc-js";
import { createRandom } from "../bench/random.ts";
import type { Case } from "../datasets/case.ts";
import type { LinesOf } from "../selftest/reference-answer.ts";
import type { JudgedClaim } from "./prompt.ts";

/** How a row was made: the first two are carried by their lines, the others are not. */
export const examKinds = [
  "word for word",
  "in part of its lines",
  "digit changed",
  "name swapped",
  "denied",
  "unit changed",
  "said of all",
  "wrong line",
  "half of it added",
] as const;
export type ExamKind = (typeof examKinds)[number];

export interface ExamRow extends JudgedClaim {
  readonly kind: ExamKind;
  readonly lang: Case["lang"];
  readonly isSupported: boolean;
}

const rowsPerLanguage = 40;
const supportedKinds: ReadonlySet<ExamKind> = new Set(["word for word", "in part of its lines"]);

/**
 * 120 rows made by rule from questions and their gold: 40 in each language, half of them carried by their lines.
 * Simplified rows claim in simplified characters what traditional lines say. The same cases give the same rows.
 */
export function makeExam(cases: readonly Case[], linesOf: LinesOf): readonly ExamRow[] {
  return (["zh-Hant", "zh-Hans", "en"] as const).flatMap((lang) => {
    const made = cases.flatMap((one) => toRows(one, lang, linesOf));
    const shuffled = shuffle(made);
    const half = rowsPerLanguage / 2;
    const supported = shuffled.filter(({ isSupported }) => isSupported).slice(0, half);
    const others = takeInTurn(
      examKinds
        .filter((kind) => !supportedKinds.has(kind))
        .map((kind) => shuffled.filter((row) => row.kind === kind)),
      half,
    );
    return [...supported, ...others];
  });
}

const toSimplified = OpenCC.Converter({ from: "hk", to: "cn" });

function toRows(one: Case, lang: Case["lang"], linesOf: LinesOf): readonly ExamRow[] {
  const [range] = one.gold;
  if (range === undefined || !("quote" in range) || one.lang !== (lang === "zh-Hans" ? "zh-Hant" : lang))
    return [];
  if (range.document.endsWith(".en.md") !== (lang === "en")) return [];
  const { document, startLine, endLine, quote } = range;
  const texts = (first: number, last: number) => linesOf(document, first, last).map(({ text }) => text);
  const write = lang === "zh-Hans" ? toSimplified : (text: string) => text;
  const own = texts(startLine, endLine);
  const around = texts(startLine - 2, endLine + 2);
  const elsewhere = texts(endLine + 6, endLine + 8).filter((text) => text.length > 20);
  const row = (kind: ExamKind, claim: string | null, lines: readonly string[]): readonly ExamRow[] =>
    claim === null || lines.length === 0
      ? []
      : [
          {
            kind,
            lang,
            question: write(one.question),
            claim: write(claim),
            lines,
            isSupported: supportedKinds.has(kind),
          },
        ];
  const flat = quote.replaceAll("\n", " ");
  return [
    ...row("word for word", flat, own),
    ...row("in part of its lines", flat, around),
    ...row("digit changed", changeDigit(flat), own),
    ...row("name swapped", swap(flat, names), own),
    ...row("denied", deny(flat), own),
    ...row("unit changed", swap(flat, units), own),
    ...row("said of all", swap(flat, scopes), own),
    ...row("wrong line", flat, elsewhere),
    ...row("half of it added", `${flat}${additions[lang === "en" ? "en" : "zh"]}`, own),
  ];
}

function changeDigit(text: string): string | null {
  return /\d/.test(text) ? text.replace(/\d(?!.*\d)/su, (digit) => String((Number(digit) + 3) % 10)) : null;
}

const names = [
  ["深圳", "新加坡"],
  ["香港", "東京"],
  ["經民聯", "金管局"],
  ["廠商會", "證監會"],
  ["CMA", "HKMA"],
  ["BPA", "SFC"],
  ["FHKI", "HKEX"],
  ["Hong Kong", "Tokyo"],
] as const;
const units = [
  ["億", "萬"],
  ["%", "‰"],
  ["項", "百項"],
  ["billion", "million"],
  ["million", "billion"],
  ["per cent", "per mille"],
  ["years", "months"],
] as const;
const scopes = [
  ["部分", "所有"],
  ["包括", "只限於"],
  ["逾", "不足"],
  ["約", "正好"],
  ["some", "all"],
  ["all ", "some "],
  ["the only", "one of several"],
  ["both", "neither"],
  ["about", "exactly twice"],
  ["more than", "less than"],
] as const;
const additions = {
  zh: "，並已於去年全部完成驗收",
  en: ", and all of it was completed and audited last year",
};

function swap(text: string, pairs: readonly (readonly [string, string])[]): string | null {
  const pair = pairs.find(([from]) => text.includes(from));
  return pair === undefined ? null : text.replace(pair[0], pair[1]);
}

function deny(text: string): string | null {
  if (/不|未|沒有|並非|\b(?:no|not|only|never)\b/u.test(text)) return null;
  const denied = text
    .replace(/(?:(?<![供響效反適回])應(?!用|付|變)|要求|支持|建議(?!\s*\d))/u, "不$&")
    .replace(/\b(?:wants|asks|proposes)\b/u, (verb) => `does not ${verb.slice(0, -1)}`)
    .replace(/^(?!.*does not).*?\b(?:is|are|would)\b/u, "$& not");
  return denied === text ? null : denied;
}

/** One of each list after the other, until there are enough. */
function takeInTurn<Item>(lists: readonly (readonly Item[])[], count: number): readonly Item[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const inTurn = Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  );
  return inTurn.flat().slice(0, count);
}

function shuffle<Item>(items: readonly Item[]): readonly Item[] {
  const random = createRandom(2333);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item);
}
