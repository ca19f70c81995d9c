import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { sourceUrl } from "../answer/cite.ts";
import type { QuotedLines, QuotePlace } from "../api/conversations.ts";
import { findNearest } from "../lines/find-nearest.ts";
import { plain } from "../lines/plain-lines.ts";

export type PlaceOf = (quoted: QuotedLines) => QuotePlace;

/**
 * Finds where each quote stands in its document as it is now. What counts is its words: line breaks, blanks, width,
 * case and Chinese script may have changed. Of several places the one nearest to where it stood is taken. A document
 * that has to be searched is read once, for all quotes from it.
 */
export async function locateQuotes(
  base: KnowledgeBase,
  quotes: readonly QuotedLines[],
  signal: AbortSignal,
): Promise<PlaceOf> {
  const places = new Map<QuotedLines, QuotePlace>();
  for (const quoted of quotes) {
    const { document, startLine, endLine } = quoted;
    const lineCount = base.document(document)?.lineCount ?? 0;
    const stood = { document, from: startLine, to: Math.min(endLine, lineCount) };
    const [found] = await findNearest(base, stood, [toSought(quoted)], signal);
    if (found) places.set(quoted, placeAt("same", document, { startLine, endLine, page: found.page }));
  }

  const missing = quotes.filter((quoted) => !places.has(quoted));
  for (const document of new Set(missing.map((quoted) => quoted.document))) {
    const sought = missing.filter((quoted) => quoted.document === document);
    const whole = { document, from: 1, to: base.document(document)?.lineCount ?? 0 };
    const found = await findNearest(base, whole, sought.map(toSought), signal);
    for (const [index, quoted] of sought.entries()) {
      const place = found[index];
      if (place) places.set(quoted, placeAt("moved", document, place));
    }
  }
  return (quoted) => places.get(quoted) ?? { status: "gone" };
}

function toSought({ quote, startLine }: QuotedLines) {
  return { words: plain(quote), near: startLine };
}

function placeAt(
  status: "same" | "moved",
  document: string,
  { startLine, endLine, page }: { startLine: number; endLine: number; page: number | null },
): QuotePlace {
  return { status, startLine, endLine, page, url: sourceUrl(document, startLine, endLine) };
}
