import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../../evals/bench/random.ts";
import { readVectors } from "../../../ingest/index/embedded/vector-file.ts";
import { VectorWriter } from "../../../ingest/index/embedded/vector-writer.ts";
import { openVectors, type VectorIndex } from "../../../ingest/index/embedded/vectors.ts";

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

/** Segments of these vectors, one file each. */
async function writeSegments(segments: readonly (readonly Float32Array[])[]) {
  const folder = newFolder();
  return Promise.all(
    segments.map(async (vectors, number) => {
      const path = join(folder, `${number}.vectors.hnsw`);
      const writer = new VectorWriter({ path, dimension });
      for (let start = 0; start < vectors.length; start += 100) writer.add(vectors.slice(start, start + 100));
      await writer.finish();
      return { path, passages: vectors.length };
    }),
  );
}

describe("VectorWriter", () => {
  it("writes segments, large ones in threads, that together find nearly what an exhaustive search finds", async () => {
    const vectors = randomVectors(4600, 1);
    const files = await writeSegments([
      vectors.slice(0, 2100),
      vectors.slice(2100, 4500),
      vectors.slice(4500),
    ]);
    const index = await openVectors(files, dimension, new Uint8Array(4600).fill(1));
    expect(recall(index, vectors, () => false)).toBeGreaterThan(0.95);
    const [wanted] = vectors.slice(4550);
    expect(wanted && index.search(wanted, 1, null)).toMatchObject([{ passage: 4550 }]);
    expect(wanted && index.measure(wanted, [4550])[0]).toBeCloseTo(1, 5);
  });

  it("is searched without the passages that are gone, and gives back the vectors of the others", async () => {
    const vectors = randomVectors(1200, 2);
    const files = await writeSegments([vectors.slice(0, 1000), vectors.slice(1000)]);
    const live = Uint8Array.from(vectors, (_vector, label) => Number(label % 3 > 0));
    const isGone = (label: number) => live[label] === 0;
    const index = await openVectors(files, dimension, live);
    expect(recall(index, vectors, isGone)).toBeGreaterThan(0.95);
    const all = randomVectors(20, 9).flatMap((query) => index.search(query, 50, null));
    expect(all.filter(({ passage }) => isGone(passage))).toEqual([]);
    const read = readVectors(files[1]?.path ?? "", dimension, [7, 3]);
    expect(read).toEqual([vectors[1007], vectors[1003]]);
  });
});
