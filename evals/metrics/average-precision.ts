import type { Gold } from "./gold.ts";
import { isHit, type LineRange } from "./line-overlap.ts";
import { absent, type Measure } from "./measure.ts";

/**
 * Average precision of one question over the passages returned (Manning, Raghavan & Schütze 2008, section 8.4; what
 * RAGAS calls context precision, by lines in place of a language model): the precision at each passage that hits
 * gold, averaged over these; 0 where none does. Gold names lines that suffice and not all that are true, so this is
 * a floor. Absent without gold.
 */
export function averagePrecision(
  { gold, match }: Pick<Gold, "gold" | "match">,
  ranked: readonly LineRange[],
): Measure {
  if (gold.length === 0) return absent;
  let hits = 0;
  let sum = 0;
  for (const [index, passage] of ranked.entries()) {
    if (!gold.some((range) => isHit(range, passage, match))) continue;
    hits++;
    sum += hits / (index + 1);
  }
  return { sum: hits === 0 ? 0 : sum / hits, count: 1 };
}
