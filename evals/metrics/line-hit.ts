import type { Gold } from "./gold.ts";
import { isHit, type LineRange } from "./line-overlap.ts";
import { absent, type Measure, measureOf } from "./measure.ts";

/**
 * 1 when any of the first k passages holds any gold lines (success@k, as the TREC question answering tracks counted
 * it). Where all ranges are needed, recall@k is the stricter of the two. Absent without gold.
 */
export function lineHitAtK({ gold, match }: Gold, ranked: readonly LineRange[], k: number): Measure {
  if (gold.length === 0) return absent;
  return measureOf(ranked.slice(0, k).some((passage) => gold.some((range) => isHit(range, passage, match))));
}
