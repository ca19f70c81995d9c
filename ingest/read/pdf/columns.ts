import { type Fragment, joinFragments } from "./fragments.ts";
import { medianOf } from "./median.ts";
import { detachEdges } from "./page-edges.ts";
import type { Run } from "./runs.ts";

/**
 * The runs of a page as blocks in reading order. Where a gutter runs down a stretch of the page with lines of text on
 * both sides, the left column is read before the right one; what spans the gutter is read between the stretches.
 */
export function splitColumns(runs: readonly Run[]): (readonly Run[])[] {
  const { head, body, foot } = detachEdges(joinFragments(runs));
  const blocks = [head, ...splitAtGutter(body), foot].filter((block) => block.length > 0);
  return blocks.map((block) => block.flatMap((fragment) => fragment.runs));
}

function splitAtGutter(fragments: readonly Fragment[]): (readonly Fragment[])[] {
  const gutter = findGutter(fragments);
  if (gutter === null) return fragments.length === 0 ? [] : [fragments];
  const spanning = fragments
    .filter((fragment) => fragment.start < gutter && fragment.end > gutter)
    .sort((a, b) => a.top - b.top);
  const blocks: (readonly Fragment[])[] = [];
  let rest = fragments.filter((fragment) => !spanning.includes(fragment));
  for (const bar of [...spanning, null]) {
    const above = rest.filter((fragment) => bar === null || fragment.top < bar.top);
    rest = rest.filter((fragment) => !above.includes(fragment));
    const left = above.filter((fragment) => fragment.end <= gutter);
    const right = above.filter((fragment) => fragment.end > gutter);
    blocks.push(...splitAtGutter(left), ...splitAtGutter(right));
    if (bar) blocks.push([bar]);
  }
  return mergeNeighbours(blocks, gutter);
}

/** Blocks that both span the gutter stay together, so that what stands between their lines can be measured. */
function mergeNeighbours(blocks: readonly (readonly Fragment[])[], gutter: number): (readonly Fragment[])[] {
  const merged: Fragment[][] = [];
  const spans = (block: readonly Fragment[]) =>
    block.every(({ start, end }) => start < gutter && end > gutter);
  for (const block of blocks) {
    const last = merged.at(-1);
    if (last && spans(last) && spans(block)) last.push(...block);
    else merged.push([...block]);
  }
  return merged;
}

const leastLines = 4;
const leastColumnSizes = 9;
const steps = 200;

/** The widest strip that almost no line crosses and that has a column of text on either side, or null. */
function findGutter(fragments: readonly Fragment[]): number | null {
  if (fragments.length < 2 * leastLines) return null;
  const left = Math.min(...fragments.map(({ start }) => start));
  const right = Math.max(...fragments.map(({ end }) => end));
  const step = (right - left) / steps;
  const crossing = new Float64Array(steps);
  for (const { start, end } of fragments)
    for (let at = Math.ceil((start - left) / step); at < (end - left) / step && at < steps; at++)
      crossing[at] = (crossing[at] ?? 0) + 1;
  const most = 0.15 * fragments.length;
  let best: { middle: number; width: number } | null = null;
  for (let from = 0; from < steps; from++) {
    if ((crossing[from] ?? 0) > most) continue;
    let to = from;
    while (to + 1 < steps && (crossing[to + 1] ?? 0) <= most) to++;
    const middle = left + ((from + to + 1) / 2) * step;
    const width = (to - from + 1) * step;
    if ((best === null || width > best.width) && hasColumns(fragments, middle)) best = { middle, width };
    from = to;
  }
  return best?.middle ?? null;
}

/** Lines of text fill their column and stand beside each other; the cells of a table or a list's numbers do not. */
function hasColumns(fragments: readonly Fragment[], gutter: number): boolean {
  const left = fragments.filter(({ end }) => end <= gutter);
  const right = fragments.filter(({ start }) => start >= gutter);
  if (!isColumn(left) || !isColumn(right)) return false;
  const overlap =
    Math.min(...[left, right].map((side) => Math.max(...side.map(({ bottom }) => bottom)))) -
    Math.max(...[left, right].map((side) => Math.min(...side.map(({ top }) => top))));
  return overlap > leastLines * (left[0]?.size ?? 0);
}

function isColumn(side: readonly Fragment[]): boolean {
  if (side.length < leastLines) return false;
  const width = Math.max(...side.map(({ end }) => end)) - Math.min(...side.map(({ start }) => start));
  const size = medianOf(side.map((fragment) => fragment.size));
  const filled = medianOf(side.map(({ start, end }) => end - start));
  return width >= leastColumnSizes * size && filled >= 0.6 * width;
}
