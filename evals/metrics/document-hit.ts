import type { Gold } from "./gold.ts";
import type { LineRange } from "./line-overlap.ts";
import { absent, type Measure, measureOf } from "./measure.ts";

/**
 * 1 when any of the first k passages comes from a document with gold, whatever its lines: what is missing from line
 * hit but not from this was the right paper and the wrong place. Absent without gold.
 */
export function documentHitAtK(
  { gold }: Pick<Gold, "gold">,
  ranked: readonly LineRange[],
  k: number,
): Measure {
  if (gold.length === 0) return absent;
  const wanted = new Set(gold.map(({ document }) => document));
  return measureOf(ranked.slice(0, k).some(({ document }) => wanted.has(document)));
}
