import hnswlib from "hnswlib-node";

/** HNSW (Malkov, Yashunin 2018): links per node, and candidates looked at while building. */
const links = 16;
const buildBreadth = 100;
const seed = 42;

/** Room for so many vectors is made at first, and twice as much whenever it is filled. */
const firstRoom = 1024;

export interface VectorPlace {
  readonly path: string;
  readonly dimension: number;
}

/** Builds the graph of a segment's vectors and writes it to its path; the place of a vector is its label. */
export class GraphBuilder {
  readonly #place: VectorPlace;
  readonly #index: hnswlib.HierarchicalNSW;
  #count = 0;

  constructor(place: VectorPlace) {
    this.#place = place;
    this.#index = new hnswlib.HierarchicalNSW("ip", place.dimension);
    this.#index.initIndex(firstRoom, links, buildBreadth, seed);
  }

  /** Vectors one after another, `dimension` numbers each. */
  add(vectors: Float32Array): void {
    const { dimension } = this.#place;
    for (let start = 0; start < vectors.length; start += dimension) {
      if (this.#count === this.#index.getMaxElements()) this.#index.resizeIndex(this.#count * 2);
      this.#index.addPoint(Array.from(vectors.subarray(start, start + dimension)), this.#count++);
    }
  }

  write(): void {
    const { path, dimension } = this.#place;
    this.#index.resizeIndex(Math.max(1, this.#count));
    this.#index.writeIndexSync(path);
    expectWritten(path, dimension, this.#count);
  }
}

/** The vectors of a file with these labels, in this order. */
export function readVectors(path: string, dimension: number, labels: readonly number[]): Float32Array[] {
  const index = new hnswlib.HierarchicalNSW("ip", dimension);
  index.readIndexSync(path);
  return labels.map((label) => Float32Array.from(index.getPoint(label)));
}

/** hnswlib is silent when writing fails, on a full disk for one; reading the file back tells. */
function expectWritten(path: string, dimension: number, points: number): void {
  const written = new hnswlib.HierarchicalNSW("ip", dimension);
  try {
    written.readIndexSync(path);
  } catch (cause) {
    throw new Error(`The vectors could not be written to '${path}': is the disk full?`, { cause });
  }
  if (written.getCurrentCount() !== points) {
    throw new Error(`The vectors written to '${path}' are not all there: is the disk full?`);
  }
}
