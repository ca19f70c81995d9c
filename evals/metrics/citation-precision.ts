import type { Gold } from "./gold.ts";
import { countSharedLines, type LineRange } from "./line-overlap.ts";
import { absent, type Measure, shareOf } from "./measure.ts";

/**
 * Share of citations that have at least 1 line in common with any gold range. Gold names sufficient lines, not
 * every true one, so this is a floor of the ALCE kind of precision (Gao et al. 2023, section 3).
 * Absent without gold or without citations.
 */
export function citationPrecision({ gold }: Pick<Gold, "gold">, citations: readonly LineRange[]): Measure {
  if (gold.length === 0) return absent;
  return shareOf(citations, (citation) => gold.some((range) => countSharedLines(range, citation) >= 1));
}
