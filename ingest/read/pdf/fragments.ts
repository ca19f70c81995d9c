import type { Run } from "./runs.ts";

/** Neighbouring runs of one line without a wide gap between them. */
export interface Fragment {
  readonly runs: readonly Run[];
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** A gap that may be a gutter, in type sizes. */
const gutterSizes = 1.5;

export function joinFragments(runs: readonly Run[]): Fragment[] {
  const sorted = runs
    .filter((run) => run.text.trim() !== "")
    .sort((a, b) => a.top - b.top || a.start - b.start);
  const rows: Run[][] = [];
  for (const run of sorted) {
    const row = rows.findLast((candidate, index) => index >= rows.length - 8 && isBeside(candidate, run));
    if (row) row.push(run);
    else rows.push([run]);
  }
  return rows.flatMap((row) => cutAtGaps(row.sort((a, b) => a.start - b.start)));
}

/** On the same baseline, nearly; the two columns of a page may still stand a little off each other. */
function isBeside([first]: readonly Run[], run: Run): boolean {
  return first !== undefined && Math.abs(first.bottom - run.bottom) < 0.35 * Math.min(first.size, run.size);
}

function cutAtGaps(row: readonly Run[]): Fragment[] {
  const groups: Run[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of row) {
    const group = groups.at(-1);
    if (group && run.start - end < gutterSizes * run.size) group.push(run);
    else groups.push([run]);
    end = Math.max(end, run.end);
  }
  return groups.map((group) => ({
    runs: group,
    start: Math.min(...group.map((run) => run.start)),
    end: Math.max(...group.map((run) => run.end)),
    top: Math.min(...group.map((run) => run.top)),
    bottom: Math.max(...group.map((run) => run.bottom)),
    size: Math.max(...group.map((run) => run.size)),
  }));
}
