import type { Gold } from "./gold.ts";
import { countSharedLines, isHitTogether, type LineRange } from "./line-overlap.ts";
import { absent, type Measure } from "./measure.ts";

/**
 * Gold lines among the distinct lines cited, as a share, only where the citations cover the gold: what a citation of
 * whole pages loses (the sentence-level precision of HotpotQA's supporting facts, Yang et al. 2018, by lines).
 * Absent without gold and where the gold is not cited.
 */
export function lineTightness(gold: Gold, citations: readonly LineRange[]): Measure {
  if (!gold.gold.some((range) => isHitTogether(range, citations, gold.match))) return absent;
  const cited = new Map<string, LineRange>();
  for (const { document, startLine, endLine } of citations) {
    for (let line = startLine; line <= endLine; line++) {
      cited.set(`${document}:${line}`, { document, startLine: line, endLine: line });
    }
  }
  const lines = [...cited.values()];
  const wanted = lines.filter((line) => gold.gold.some((range) => countSharedLines(range, line) > 0));
  return { sum: wanted.length / lines.length, count: 1 };
}
