import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { sourceUrl } from "../answer/cite.ts";
import type { QuotedLines, QuotePlace } from "../api/types.ts";
import { lineAt, type PlainLines, plain, toPlainLines } from "../lines/plain-lines.ts";

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
    const lines = toPlainLines(base.lines(document, 1, base.document(document)?.lineCount ?? 0));
    whole.set(document, lines);
    return lines;
  };
  return ({ document, startLine, endLine, quote }) => {
    const words = plain(quote);
    const stood = findWords(toPlainLines(base.lines(document, startLine, endLine)), words, startLine);
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

function distance({ startLine }: Found, near: number): number {
  return Math.abs(startLine - near);
}
