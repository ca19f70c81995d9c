import type { LineRange, MatchRule } from "./line-overlap.ts";
import { absent, type Measure, measureOf, shareOf } from "./measure.ts";

/** The part of a case that says which lines answer it. */
export interface Gold {
  readonly gold: readonly LineRange[];
  /** True where every gold range is needed; otherwise any one suffices. */
  readonly all: boolean;
  readonly match: MatchRule;
}

/** One question's recall: 1 when any gold range is found, or the share found where all are needed. */
export function recallOf({ gold, all }: Gold, isFound: (range: LineRange) => boolean): Measure {
  if (gold.length === 0) return absent;
  if (!all) return measureOf(gold.some(isFound));
  const { sum, count } = shareOf(gold, isFound);
  return { sum: sum / count, count: 1 };
}
