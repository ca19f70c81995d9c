import type { Gold } from "./gold.ts";
import { isHit, type LineRange } from "./line-overlap.ts";
import { absent, type Measure } from "./measure.ts";

/**
 * 1 / rank of the first passage that hits any gold range, 0 when none of the first `depth` does
 * (Voorhees 1999, TREC-8 Question Answering Track; pooled over questions it is MRR@depth). Absent without gold.
 */
export function reciprocalRank({ gold, match }: Gold, ranked: readonly LineRange[], depth = 10): Measure {
  if (gold.length === 0) return absent;
  const position = ranked
    .slice(0, depth)
    .findIndex((passage) => gold.some((range) => isHit(range, passage, match)));
  return { sum: position === -1 ? 0 : 1 / (position + 1), count: 1 };
}
