/** A range of lines of one document, 1-based and inclusive: gold, a passage or a citation. */
export interface LineRange {
  readonly document: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** `half`: at least one line and half of the gold range; `any`: at least one line. */
export type MatchRule = "half" | "any";

/**
 * True when one returned range alone covers enough of the gold range: the same document, at least 1 line in
 * common and, by the rule `half`, at least 50 % of the gold range's lines. The threshold is this project's own: a
 * passage that holds the last line of a long list has not found the list.
 */
export function isHit(gold: LineRange, returned: LineRange, rule: MatchRule = "half"): boolean {
  return isEnough(gold, countSharedLines(gold, returned), rule);
}

/** As `isHit`, for ranges that count together: lines covered by two ranges count once. */
export function isHitTogether(
  gold: LineRange,
  returned: readonly LineRange[],
  rule: MatchRule = "half",
): boolean {
  const covered = new Set<number>();
  for (const range of returned.filter(({ document }) => document === gold.document)) {
    const last = Math.min(gold.endLine, range.endLine);
    for (let line = Math.max(gold.startLine, range.startLine); line <= last; line++) covered.add(line);
  }
  return isEnough(gold, covered.size, rule);
}

/** Lines in common; 0 for different documents. */
export function countSharedLines(left: LineRange, right: LineRange): number {
  if (left.document !== right.document) return 0;
  const first = Math.max(left.startLine, right.startLine);
  return Math.max(0, Math.min(left.endLine, right.endLine) - first + 1);
}

function isEnough(gold: LineRange, sharedLines: number, rule: MatchRule): boolean {
  if (rule === "any") return sharedLines >= 1;
  return sharedLines >= 1 && sharedLines / (gold.endLine - gold.startLine + 1) >= 0.5;
}
