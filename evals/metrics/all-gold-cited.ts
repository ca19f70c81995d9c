import type { Gold } from "./gold.ts";
import { isHitTogether, type LineRange } from "./line-overlap.ts";
import { absent, type Measure, measureOf } from "./measure.ts";

/**
 * 1 where every gold range is cited, for questions that need them all, such as comparisons: half an answer to a
 * comparison compares nothing (the joint supporting-fact exact match of HotpotQA, Yang et al. 2018, section 5.2, as
 * recall). Absent where one range suffices.
 */
export function allGoldCited({ gold, all, match }: Gold, citations: readonly LineRange[]): Measure {
  if (!all || gold.length === 0) return absent;
  return measureOf(gold.every((range) => isHitTogether(range, citations, match)));
}
