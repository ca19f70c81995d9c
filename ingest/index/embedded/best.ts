import type { Candidate } from "../knowledge-base.ts";

/** The `limit` allowed passages that have a score, best first; equal scores by passage number, so that results are stable. */
export function bestOf(
  scores: Float32Array,
  limit: number,
  isAllowed: ((passage: number) => boolean) | null,
): Candidate[] {
  const heap: Candidate[] = [];
  let least = 0;
  // Passages come in ascending order, so that one with no more than the least score comes too late.
  for (let passage = 0; passage < scores.length; passage++) {
    const score = scores[passage] as number;
    if (score <= least || (isAllowed && !isAllowed(passage))) continue;
    const candidate = { passage, score };
    if (heap.length < limit) pushUp(heap, candidate);
    else replaceTop(heap, candidate);
    if (heap.length === limit) least = heap[0]?.score ?? 0;
  }
  return heap.sort((a, b) => (isBetter(a, b) ? -1 : 1));
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.score > b.score || (a.score === b.score && a.passage < b.passage);
}

/** The heap keeps its worst candidate on top. */
function pushUp(heap: Candidate[], candidate: Candidate): void {
  let at = heap.length;
  while (at > 0) {
    const parent = (at - 1) >>> 1;
    const above = heap[parent];
    if (!above || !isBetter(above, candidate)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = candidate;
}

function replaceTop(heap: Candidate[], candidate: Candidate): void {
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    const left = heap[child];
    if (!left) break;
    const right = heap[child + 1];
    if (right && isBetter(left, right)) child++;
    const worst = heap[child];
    if (!worst || isBetter(worst, candidate)) break;
    heap[at] = worst;
    at = child;
  }
  heap[at] = candidate;
}
