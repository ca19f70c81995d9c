import * as OpenCC from "opencc-js";
import type { CheckedAnswer } from "../run.ts";
import { type Answered, type LinesOf, refuse, toAsked } from "./reference-answer.ts";

export interface Fault {
  readonly name: string;
  /** True for faults of answers to what the documents do not answer. */
  readonly ofRefusals?: true;
  /** The answer with the fault in it; null where it offers no place for it. */
  plant(right: Answered, linesOf: LinesOf): Answered | null;
}

/** The faults of EVALS.md section 8: what an answer can do wrong, each planted into right answers. */
export const faults: readonly Fault[] = [
  { name: "wrong line", plant: (right, linesOf) => changeCitations(right, (one) => moveAway(one, linesOf)) },
  {
    name: "invented quote",
    plant: (right) => changeCitations(right, (one) => ({ ...one, quote: inventions[right.case.lang] })),
  },
  { name: "digit changed", plant: (right) => changeText(right, changeDigit) },
  { name: "name swapped", plant: (right) => changeText(right, swapName) },
  { name: "meaning reversed", plant: (right) => changeText(right, negate) },
  { name: "unsupported sentence", plant: (right) => changeText(right, (text) => addClaim(text, right)) },
  { name: "contradiction unsaid", plant: sayNothingOfConflicts },
  { name: "contradiction invented", plant: inventConflict },
  { name: "passage copied whole", plant: copyPassage },
  { name: "everything cited", plant: citeEverything },
  { name: "always refused", plant: (right) => refuse(right.case) },
  { name: "never refused", ofRefusals: true, plant: answerAnyway },
  {
    name: "empty",
    plant: ({ case: one }) => ({
      case: one,
      asked: toAsked({ language: one.lang, text: "", citations: [] }),
    }),
  },
  {
    name: "other language",
    plant: (right) => changeText(right, () => `${translations[right.case.lang]} [1]`),
  },
  { name: "other script", plant: (right) => changeText(right, toSimplified) },
];

type Citation = ReturnType<typeof citationsOf>[number];

/** Its citations with their markers, which stand in the order of the answer's own. */
function citationsOf({ citations }: CheckedAnswer) {
  return citations.map((citation, index) => ({ ...citation, marker: index + 1 }));
}

function changeCitations({ case: one, asked }: Answered, change: (citation: Citation) => Citation): Answered {
  const citations = citationsOf(asked).map(change);
  return { case: one, asked: toAsked({ ...asked.answer, citations }) };
}

function changeText(
  { case: one, asked }: Answered,
  change: (text: string, evidence: string) => string,
): Answered | null {
  const { text } = asked.answer;
  const evidence = asked.citations.flatMap(({ lines }) => lines.map((line) => line.text)).join("\n");
  const changed = change(text, evidence);
  if (changed === text) return null;
  return { case: one, asked: toAsked({ ...asked.answer, text: changed, citations: citationsOf(asked) }) };
}

/** To the nearest lines after or before it that have a text of their own. */
function moveAway(citation: Citation, linesOf: LinesOf): Citation {
  const length = citation.endLine - citation.startLine + 1;
  for (const step of [length + 1, -length - 1, length + 2, -length - 2]) {
    const startLine = citation.startLine + step;
    const lines = linesOf(citation.document, startLine, startLine + length - 1);
    if (lines.length === length && lines.some(({ text }) => text !== ""))
      return { ...citation, startLine, endLine: startLine + length - 1, lines };
  }
  return { ...citation, startLine: 1, endLine: 1, lines: linesOf(citation.document, 1, 1) };
}

const inventions = {
  "zh-Hant": "文件強調此事須由專責小組於年底前完成檢討。",
  "zh-Hans": "文件强调此事须由专责小组于年底前完成检讨。",
  en: "The paper stresses that a task force must finish its review by the end of the year.",
};

const translations = {
  "zh-Hant": "According to the paper, this is what it says about the question.",
  "zh-Hans": "According to the paper, this is what it says about the question.",
  en: "根據文件，這就是有關問題的說法。",
};

/** In the first number that can be one its lines do not hold, the last figure is another. */
function changeDigit(text: string, evidence: string): string {
  for (const { 0: number, index } of text.matchAll(/(?<![\d[])\d[\d,.]*\d|(?<![\d[])\d(?![\d\]])/gu)) {
    const last = Number(number.at(-1));
    const others = Array.from({ length: 9 }, (_, step) => `${number.slice(0, -1)}${(last + step + 1) % 10}`);
    const changed = others.find((other) => !evidence.includes(other));
    if (changed !== undefined) return text.slice(0, index) + changed + text.slice(index + number.length);
  }
  return text;
}

/** Names of one sort, each of which can stand in another's place. */
const names: readonly (readonly string[])[] = [
  ["深圳", "新加坡", "韓國", "歐盟", "上海", "武漢", "澳洲"],
  ["工總", "廠商會", "經民聯", "金管局", "貿發局", "證監會"],
  ["CMA", "BPA", "FHKI", "HKTDC"],
];

/** The first name becomes one of its sort that its lines do not hold. */
function swapName(text: string, evidence: string): string {
  for (const sort of names) {
    const found = sort.find((name) => text.includes(name));
    const other = sort.find((name) => !evidence.includes(name));
    if (found !== undefined && other !== undefined) return text.replaceAll(found, other);
  }
  return text;
}

function negate(text: string): string {
  return text
    .replace(/(?<![不回響供效反適])(?:應(?!用)|可(?!持續|持)|要求|支持)/u, "不$&")
    .replace(/\b(?:wants|asks for|proposes)\b/u, "does not want");
}

function addClaim(text: string, { case: { lang } }: Answered): string {
  return `${text}\n${inventions[lang]} [1]`;
}

function sayNothingOfConflicts({ case: one, asked }: Answered): Answered | null {
  if (one.kind !== "conflict") return null;
  return { case: one, asked: { ...asked, answer: { ...asked.answer, conflicts: [] } } };
}

function inventConflict({ case: one, asked }: Answered): Answered | null {
  if (one.kind === "conflict" || one.kind === "compare" || one.kind === "two-documents") return null;
  const sides = ["1", "2"].map((value) => ({ value, citations: [1] }));
  return { case: one, asked: { ...asked, answer: { ...asked.answer, conflicts: [{ sides }] } } };
}

function copyPassage({ case: one, asked }: Answered, linesOf: LinesOf): Answered {
  const citations = citationsOf(asked).map((citation) => {
    const startLine = Math.max(1, citation.startLine - 8);
    const lines = linesOf(citation.document, startLine, citation.endLine + 8);
    const endLine = lines.at(-1)?.number ?? citation.endLine;
    return { ...citation, startLine, endLine, lines, quote: lines.map(({ text }) => text).join("\n") };
  });
  const text = citations.map(({ quote, marker }) => `${quote.replaceAll("\n", " ")} [${marker}]`).join("\n");
  return { case: one, asked: toAsked({ ...asked.answer, text, citations }) };
}

function citeEverything({ case: one, asked }: Answered, linesOf: LinesOf): Answered {
  const right = citationsOf(asked);
  const lines = linesOf(right[0]?.document ?? "", 1, 40).filter(({ text }) => text.trim() !== "");
  const others = lines.map(({ number, text }, index) => ({
    marker: right.length + index + 1,
    document: right[0]?.document ?? "",
    startLine: number,
    endLine: number,
    quote: text,
    lines: [{ number, text }],
  }));
  const citations = [...right, ...others];
  const text = asked.answer.text.replace(/\[\d+\]/, citations.map(({ marker }) => `[${marker}]`).join(""));
  return { case: one, asked: toAsked({ ...asked.answer, text, citations }) };
}

/** With lines that exist and say nothing about it. */
function answerAnyway({ case: one }: Answered, linesOf: LinesOf): Answered {
  const document = "overview.en.md";
  const lines = linesOf(document, 13, 13);
  const quote = lines.map(({ text }) => text).join("");
  const citation = { marker: 1, document, startLine: 13, endLine: 13, quote, lines };
  return { case: one, asked: toAsked({ language: one.lang, text: `${quote} [1]`, citations: [citation] }) };
}

function toSimplified(text: string): string {
  return OpenCC.Converter({ from: "hk", to: "cn" })(text);
}
