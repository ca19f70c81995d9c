import { type Gold, recallOf } from "./gold.ts";
import { isHit, type LineRange } from "./line-overlap.ts";
import type { Measure } from "./measure.ts";

/**
 * Recall@k of one question over its ranked passages: 1 when any of the first k passages hits any gold range;
 * where all gold ranges are needed, the share of them hit (Manning, Raghavan & Schütze 2008, section 8.3, with
 * line ranges for documents). Absent without gold.
 */
export function recallAtK(gold: Gold, ranked: readonly LineRange[], k: number): Measure {
  const considered = ranked.slice(0, k);
  return recallOf(gold, (range) => considered.some((passage) => isHit(range, passage, gold.match)));
}
