import hnswlib from "hnswlib-node";
import type { Candidate } from "../knowledge-base.ts";

/** HNSW (Malkov, Yashunin 2018): links per node, and candidates looked at while building and searching. */
const links = 16;
const buildBreadth = 128;
const searchBreadth = 100;
const seed = 42;

/** Builds the vector index of unit vectors, label i for `vectors[i]`, and writes it to `path`. */
export async function writeVectors(
  path: string,
  vectors: readonly Float32Array[],
  dimension: number,
): Promise<void> {
  const index = new hnswlib.HierarchicalNSW("ip", dimension);
  index.initIndex(Math.max(1, vectors.length), links, buildBreadth, seed);
  vectors.forEach((vector, label) => {
    index.addPoint(Array.from(vector), label);
  });
  await index.writeIndex(path);
}

export class VectorIndex {
  readonly #index: hnswlib.HierarchicalNSW;
  readonly #size: number;

  constructor(path: string, dimension: number) {
    this.#index = new hnswlib.HierarchicalNSW("ip", dimension);
    this.#index.readIndexSync(path);
    this.#index.setEf(searchBreadth);
    this.#size = this.#index.getCurrentCount();
  }

  /** The nearest passages by inner product, best first; `isAllowed` is asked inside the search. */
  search(vector: Float32Array, limit: number, isAllowed: ((passage: number) => boolean) | null): Candidate[] {
    if (this.#size === 0) return [];
    const count = Math.min(limit, this.#size);
    const { neighbors, distances } = this.#index.searchKnn(Array.from(vector), count, isAllowed ?? undefined);
    return neighbors.map((passage, rank) => ({ passage, score: 1 - (distances[rank] ?? 1) }));
  }
}
