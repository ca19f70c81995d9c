import type { Line } from "../../ingest/document.ts";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { fold } from "../../ingest/language/fold.ts";
import { sourceUrl } from "../answer/cite.ts";
import type { QuotedLines, QuotePlace } from "../api/types.ts";

export type Locate = (quoted: QuotedLines) => QuotePlace;

/**
 * Says where a quote stands in its document as it is now. What counts is its words: line breaks, blanks, width, case
 * and Chinese script may have changed. Of several places the one nearest to where it stood is taken. A document that
 * has to be searched is read once, for all quotes that are asked about.
 */
export function quoteLocator(base: KnowledgeBase): Locate {
  const whole = new Map<string, PlainLines>();
  const readWhole = (document: string) => {
    const known = whole.get(document);
    if (known) return known;
    const lines = toPlain(base.lines(document, 1, base.document(document)?.lineCount ?? 0));
    whole.set(document, lines);
    return lines;
  };
  return ({ document, startLine, endLine, quote }) => {
    const words = plain(quote);
    const stood = findWords(toPlain(base.lines(document, startLine, endLine)), words, startLine);
    if (stood) return { status: "same", ...placeAt(document, { startLine, endLine, page: stood.page }) };

    const found = findWords(readWhole(document), words, startLine);
    return found ? { status: "moved", ...placeAt(document, found) } : { status: "gone" };
  };
}

function placeAt(document: string, found: Found) {
  return { ...found, url: sourceUrl(document, found.startLine, found.endLine) };
}

interface Found {
  readonly startLine: number;
  readonly endLine: number;
  readonly page: number | null;
}

/** Lines as one text without blanks; `starts` holds where in it each line begins. */
interface PlainLines {
  readonly lines: readonly Line[];
  readonly text: string;
  readonly starts: readonly number[];
}

function toPlain(lines: readonly Line[]): PlainLines {
  const texts = lines.map(({ text }) => plain(text));
  let length = 0;
  const starts = texts.map((text) => {
    length += text.length;
    return length - text.length;
  });
  return { lines, text: texts.join(""), starts };
}

function findWords({ lines, text, starts }: PlainLines, words: string, near: number): Found | null {
  let nearest: Found | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const first = lines[lineAt(starts, at)];
    const last = lines[lineAt(starts, at + words.length - 1)];
    if (first === undefined || last === undefined) break;
    const found = { startLine: first.number, endLine: last.number, page: first.page };
    if (nearest === null || distance(found, near) < distance(nearest, near)) nearest = found;
  }
  return nearest;
}

/** The last line that starts at or before the offset: an empty line starts where the next one does. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function distance({ startLine }: Found, near: number): number {
  return Math.abs(startLine - near);
}

function plain(text: string): string {
  return fold(text).replace(/\s+/gu, "");
}
