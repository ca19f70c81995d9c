import type { LineRange } from "./line-overlap.ts";
import { type Measure, shareOf } from "./measure.ts";

/** A citation of an answer together with the lines its document really has there; empty where it has none. */
export interface CheckedCitation extends LineRange {
  readonly quote: string;
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

/**
 * Share of citations whose lines exist: the document is known and holds every line from the first to the last
 * cited. A hard promise of the product, so anything below 1 is a fault. Absent without citations.
 */
export function citationValidity(citations: readonly CheckedCitation[]): Measure {
  return shareOf(citations, hasItsLines);
}

function hasItsLines({ startLine, endLine, lines }: CheckedCitation): boolean {
  if (startLine < 1 || endLine < startLine) return false;
  const numbers = new Set(lines.map(({ number }) => number));
  for (let line = startLine; line <= endLine; line++) if (!numbers.has(line)) return false;
  return true;
}
