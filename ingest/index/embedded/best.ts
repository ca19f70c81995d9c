import type { Candidate } from "../knowledge-base.ts";

/** The `limit` allowed passages of highest score, best first; equal scores by passage number, so that results are stable. */
export function bestOf(
  passages: Uint32Array,
  scores: Float32Array,
  limit: number,
  isAllowed: ((passage: number) => boolean) | null,
): Candidate[] {
  const heap: Candidate[] = [];
  let least = -1;
  for (let index = 0; index < passages.length; index++) {
    const passage = passages[index] as number;
    const score = scores[passage] as number;
    if (score < least) continue;
    const candidate = { passage, score };
    const worst = heap[0];
    const isIn = heap.length < limit || (worst !== undefined && isBetter(candidate, worst));
    if (!isIn || (isAllowed && !isAllowed(passage))) continue;
    if (heap.length < limit) pushUp(heap, candidate);
    else replaceTop(heap, candidate);
    if (heap.length === limit) least = heap[0]?.score ?? least;
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
