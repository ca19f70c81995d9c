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

/** Neighbouring runs of one line without a wide gap between them. */
interface Fragment {
  readonly runs: readonly Run[];
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** A gap that may be a gutter, in type sizes. */
const gutterSizes = 1.5;

function joinFragments(runs: readonly Run[]): Fragment[] {
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

/** What stands clear above or below everything else belongs to no column: a running header, a page number. */
function detachEdges(fragments: readonly Fragment[]) {
  const top = Math.min(...fragments.map((fragment) => fragment.top));
  const bottom = Math.max(...fragments.map((fragment) => fragment.bottom));
  const head = fragments.filter((fragment) => fragment.top - top < 0.5 * fragment.size);
  const foot = fragments.filter((fragment) => bottom - fragment.bottom < 0.5 * fragment.size);
  const headEnd = Math.max(...head.map((fragment) => fragment.bottom));
  const footStart = Math.min(...foot.map((fragment) => fragment.top));
  const rest = fragments.filter((fragment) => !head.includes(fragment) && !foot.includes(fragment));
  const isHead =
    isBareNumber(head) || rest.every((fragment) => fragment.top - headEnd > clearGap * fragment.size);
  const isFoot =
    isBareNumber(foot) || rest.every((fragment) => footStart - fragment.bottom > clearGap * fragment.size);
  return {
    head: isHead ? head : [],
    body: fragments.filter((item) => !(isHead && head.includes(item)) && !(isFoot && foot.includes(item))),
    foot: isFoot ? foot.filter((item) => !(isHead && head.includes(item))) : [],
  };
}

/** In type sizes, from the foot of one line to the head of another. */
const clearGap = 0.7;

function isBareNumber(fragments: readonly Fragment[]): boolean {
  return isPageNumber(fragments.flatMap((fragment) => fragment.runs.map((run) => run.text)).join(""));
}

/** A number alone, or with the words and strokes that page numbers come with. */
export function isPageNumber(text: string): boolean {
  return /^[-–—\s]*(?:第|page)?\s*\d{1,4}\s*[頁页]?(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/i.test(text);
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

export function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
