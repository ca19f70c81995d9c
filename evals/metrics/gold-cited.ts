import { type Gold, recallOf } from "./gold.ts";
import { isHitTogether, type LineRange } from "./line-overlap.ts";
import type { Measure } from "./measure.ts";

/**
 * Recall of the gold ranges by an answer's citations, counted together: an answer that cites a list item by item
 * cites the list. 1 when any gold range is covered, or the share covered where all are needed; an answer without
 * citations scores 0. Absent without gold.
 */
export function goldCited(gold: Gold, citations: readonly LineRange[]): Measure {
  return recallOf(gold, (range) => isHitTogether(range, citations, gold.match));
}
