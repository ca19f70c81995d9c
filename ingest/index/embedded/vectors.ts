import hnswlib from "hnswlib-node";
import type { Candidate } from "../knowledge-base.ts";

/** Candidates looked at in one search of one segment. */
const searchBreadth = 100;

export interface VectorFile {
  readonly path: string;
  /** How many passages the segment has, those included that are no longer part of the index. */
  readonly passages: number;
}

interface Graph {
  readonly index: hnswlib.HierarchicalNSW;
  /** The number in the generation of the segment's first passage. */
  readonly first: number;
}

/** Loads vector files without stopping other work meanwhile; `live` has a flag per passage of them all. */
export async function openVectors(
  files: readonly VectorFile[],
  dimension: number,
  live: Uint8Array,
): Promise<VectorIndex> {
  let next = 0;
  const loading = files.map(async ({ path, passages }): Promise<Graph> => {
    const first = next;
    next += passages;
    const index = new hnswlib.HierarchicalNSW("ip", dimension);
    await index.readIndex(path);
    index.setEf(searchBreadth);
    for (let label = 0; label < passages; label++) if (!live[first + label]) index.markDelete(label);
    return { index, first };
  });
  return new VectorIndex(await Promise.all(loading));
}

export class VectorIndex {
  readonly #graphs: readonly Graph[];

  constructor(graphs: readonly Graph[]) {
    this.#graphs = graphs;
  }

  /** Inner products with the vectors of the passages, in order. */
  measure(vector: Float32Array, passages: readonly number[]): number[] {
    return passages.map((passage) => {
      const graph = this.#graphs.findLast(({ first }) => first <= passage);
      return innerProduct(vector, graph?.index.getPoint(passage - graph.first) ?? []);
    });
  }

  /** The nearest passages by inner product, best first; `isAllowed` is asked inside the search. */
  search(vector: Float32Array, limit: number, isAllowed: ((passage: number) => boolean) | null): Candidate[] {
    const query = Array.from(vector);
    return this.#graphs
      .flatMap((graph) => searchGraph(graph, query, limit, isAllowed))
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

function searchGraph(
  { index, first }: Graph,
  query: number[],
  limit: number,
  isAllowed: ((passage: number) => boolean) | null,
): Candidate[] {
  const count = Math.min(limit, index.getCurrentCount());
  if (count === 0) return [];
  const isWanted = isAllowed ? (label: number) => isAllowed(first + label) : undefined;
  const { neighbors, distances } = index.searchKnn(query, count, isWanted);
  return neighbors.map((label, rank) => ({ passage: first + label, score: 1 - (distances[rank] ?? 1) }));
}
