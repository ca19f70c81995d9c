import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../../evals/bench/random.ts";
import { openVectors, type VectorIndex } from "../../../ingest/index/embedded/vectors.ts";
import { writeVectors } from "../../../ingest/index/embedded/write-vectors.ts";

const dimension = 16;
const newFolder = () => mkdtempSync(join(tmpdir(), "vectors-"));

function randomVectors(count: number, seed: number): Float32Array[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimension }, () => random() - 0.5);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
}

/** The ten nearest of all vectors, found by looking at each. */
function nearest(
  query: Float32Array,
  vectors: readonly Float32Array[],
  isGone: (label: number) => boolean,
): number[] {
  const product = (vector: Float32Array) =>
    vector.reduce((sum, value, axis) => sum + value * (query[axis] ?? 0), 0);
  return vectors
    .map((vector, label) => ({ label, score: product(vector) }))
    .filter(({ label }) => !isGone(label))
    .sort((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ label }) => label);
}

function recall(
  index: VectorIndex,
  vectors: readonly Float32Array[],
  isGone: (label: number) => boolean,
): number {
  const queries = randomVectors(50, 7);
  const hits = queries.map((query) => {
    const found = new Set(index.search(query, 10, null).map(({ passage }) => passage));
    return nearest(query, vectors, isGone).filter((label) => found.has(label)).length;
  });
  return hits.reduce((sum, count) => sum + count, 0) / (queries.length * 10);
}

describe("writeVectors", () => {
  it("builds two shards side by side that together find nearly what an exhaustive search finds", async () => {
    const folder = newFolder();
    const added = randomVectors(4200, 1);
    const shards = await writeVectors(folder, { base: null, dimension, removed: [], firstAdded: 0, added });
    expect(shards).toBe(2);
    expect(recall(await openVectors(folder, shards, dimension), added, () => false)).toBeGreaterThan(0.95);
  });

  it("adds to and removes from the shards of the generation before", async () => {
    const first = newFolder();
    const vectors = randomVectors(4200, 2);
    const before = vectors.slice(0, 4100);
    const shards = await writeVectors(first, {
      base: null,
      dimension,
      removed: [],
      firstAdded: 0,
      added: before,
    });
    const second = newFolder();
    const removed = Array.from({ length: 300 }, (_, index) => index * 3);
    await writeVectors(second, {
      base: { folder: first, shards },
      dimension,
      removed,
      firstAdded: 4100,
      added: vectors.slice(4100),
    });
    const gone = new Set(removed);
    const index = await openVectors(second, shards, dimension);
    expect(recall(index, vectors, (label) => gone.has(label))).toBeGreaterThan(0.95);
    const all = randomVectors(20, 9).flatMap((query) => index.search(query, 50, null));
    expect(all.filter(({ passage }) => gone.has(passage))).toEqual([]);
  });
});
