import type { Sentence, SentenceKind } from "../document.ts";
import type { Paragraph } from "./paragraphs.ts";

/** The sentences of one paragraph, in order, none of its text left out. */
export function splitSentences(paragraph: Paragraph, kind: SentenceKind): Sentence[] {
  const isRow = paragraph.marker?.style === "table-row";
  const cuts = isRow ? wholeText(paragraph.text) : cutPoints(paragraph.text, paragraph.marker?.length ?? 0);
  return cuts.flatMap(([from, to]) => {
    const raw = paragraph.text.slice(from, to);
    const text = raw.trim();
    if (text === "") return [];
    const start = from + raw.length - raw.trimStart().length;
    return [
      {
        text,
        startLine: paragraph.lineOf[start] ?? paragraph.startLine,
        endLine: paragraph.lineOf[start + text.length - 1] ?? paragraph.endLine,
        kind,
      },
    ];
  });
}

/** A row of a table says something only as a whole. */
function wholeText(text: string): [number, number][] {
  return [[0, text.length]];
}

const closers = '」』）)”’》】]*"';
const openerOf: Readonly<Record<string, string>> = {
  "」": "「",
  "』": "『",
  "）": "（",
  ")": "(",
  "》": "《",
  "】": "【",
  "”": "“",
  "’": "‘",
  "]": "[",
};
const openers = new Set(Object.values(openerOf));
/** A quotation longer than this is split inside, as a reader would stop there. */
const longestQuotation = 120;

function cutPoints(text: string, markerLength: number): [number, number][] {
  const cuts: [number, number][] = [];
  const inside = quotedSpans(text);
  let from = 0;
  for (let index = markerLength; index < text.length; index++) {
    if (!endsSentence(text, index) || inside[index]) continue;
    let to = index + 1;
    while (to < text.length && (closers.includes(text[to] ?? "") || endsSentence(text, to))) to++;
    cuts.push([from, to]);
    from = to;
    index = to - 1;
  }
  if (from < text.length) cuts.push([from, text.length]);
  return cuts;
}

/** Marks the characters inside balanced quotation marks or brackets of ordinary length. */
function quotedSpans(text: string): Uint8Array {
  const inside = new Uint8Array(text.length);
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (let index = 0; index < text.length; index++) {
    const mark = text[index] ?? "";
    if (openers.has(mark)) open.push({ mark, at: index });
    const opener = openerOf[mark];
    if (opener === undefined) continue;
    const at = open.findLastIndex((item) => item.mark === opener);
    const from = open[at]?.at;
    if (from === undefined) continue;
    open.length = at;
    if (index - from <= longestQuotation) inside.fill(1, from, index);
  }
  return inside;
}

function endsSentence(text: string, index: number): boolean {
  const mark = text[index] ?? "";
  if ("。！？；!?".includes(mark)) return true;
  if (mark === ";") return /^(?:\s|$|[^\p{ASCII}])/u.test(text.slice(index + 1, index + 2));
  return mark === "." && isFullStop(text, index);
}

const abbreviation =
  /(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Art|Sec|Fig|vs|etc|approx|cf|e\.g|i\.e|p|pp|Co|Ltd|Inc|U\.S|U\.K|a\.m|p\.m)$/i;

/** A point followed by a space and a new beginning; not one in a number, an abbreviation, an initial or an address. */
function isFullStop(text: string, index: number): boolean {
  const after = text.slice(index + 1, index + 6);
  if (after !== "" && !/^["'”’)\]*]*\s+["'“‘([*]*[\p{Lu}\p{N}\p{Script=Han}]/u.test(after)) return false;
  return !abbreviation.test(text.slice(Math.max(0, index - 8), index));
}
