import type { Gold } from "./gold.ts";
import { isHit, type LineRange } from "./line-overlap.ts";
import { absent, type Measure } from "./measure.ts";

/**
 * nDCG@depth of one question (Järvelin & Kekäläinen 2002): each gold range brings 1 / log2(rank + 1) at the first
 * passage that hits it and nothing after, over the gain were all that is needed on top: one range, or every one
 * where all are needed. A passage that hits several ranges counts for each, which is cut at 1. Absent without gold.
 */
export function discountedGain(
  { gold, all, match }: Gold,
  ranked: readonly LineRange[],
  depth = 10,
): Measure {
  if (gold.length === 0) return absent;
  const considered = ranked.slice(0, depth);
  const gains = gold
    .map((range) => considered.findIndex((passage) => isHit(range, passage, match)))
    .map((position) => (position === -1 ? 0 : gainAt(position)))
    .sort((left, right) => right - left);
  const needed = all ? gold.length : 1;
  const ideal = Array.from({ length: Math.min(needed, depth) }, (_, position) => gainAt(position));
  return { sum: Math.min(1, total(gains.slice(0, needed)) / total(ideal)), count: 1 };
}

function gainAt(position: number): number {
  return 1 / Math.log2(position + 2);
}

function total(gains: readonly number[]): number {
  return gains.reduce((sum, gain) => sum + gain, 0);
}
