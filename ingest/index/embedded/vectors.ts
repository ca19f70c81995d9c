import { join } from "node:path";
import hnswlib from "hnswlib-node";
import type { Candidate } from "../knowledge-base.ts";
import { shardName } from "./write-vectors.ts";

/** Candidates looked at in one search of one shard. */
const searchBreadth = 100;

/** Loads the vector files of a generation without stopping other work meanwhile. */
export async function openVectors(folder: string, shards: number, dimension: number): Promise<VectorIndex> {
  const load = async (_: unknown, shard: number) => {
    const index = new hnswlib.HierarchicalNSW("ip", dimension);
    await index.readIndex(join(folder, shardName(shard)));
    index.setEf(searchBreadth);
    return index;
  };
  return new VectorIndex(await Promise.all(Array.from({ length: shards }, load)));
}

export class VectorIndex {
  readonly #shards: readonly hnswlib.HierarchicalNSW[];

  constructor(shards: readonly hnswlib.HierarchicalNSW[]) {
    this.#shards = shards;
  }

  /** Inner products with the vectors of the passages, in order. */
  measure(vector: Float32Array, passages: readonly number[]): number[] {
    return passages.map((passage) => {
      const point = this.#shards[passage % this.#shards.length]?.getPoint(passage);
      return innerProduct(vector, point ?? []);
    });
  }

  /** The nearest passages by inner product, best first; `isAllowed` is asked inside the search. */
  search(vector: Float32Array, limit: number, isAllowed: ((passage: number) => boolean) | null): Candidate[] {
    const query = Array.from(vector);
    return this.#shards
      .flatMap((shard) => searchShard(shard, query, limit, isAllowed))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, limit);
  }
}

/** Computed from the stored vector, as a search finds only the nearest. */
function innerProduct(vector: Float32Array, point: readonly number[]): number {
  let sum = 0;
  for (let axis = 0; axis < vector.length; axis++) sum += (vector[axis] ?? 0) * (point[axis] ?? 0);
  return sum;
}

function searchShard(
  shard: hnswlib.HierarchicalNSW,
  query: number[],
  limit: number,
  isAllowed: ((passage: number) => boolean) | null,
): Candidate[] {
  const count = Math.min(limit, shard.getCurrentCount());
  if (count === 0) return [];
  const { neighbors, distances } = shard.searchKnn(query, count, isAllowed ?? undefined);
  return neighbors.map((passage, rank) => ({ passage, score: 1 - (distances[rank] ?? 1) }));
}
