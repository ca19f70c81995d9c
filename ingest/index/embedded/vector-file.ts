import hnswlib from "hnswlib-node";

/** HNSW (Malkov, Yashunin 2018): links per node, and candidates looked at while building. */
const links = 16;
const buildBreadth = 100;
const seed = 42;

export interface VectorTask {
  readonly path: string;
  readonly dimension: number;
  /** One after another, `dimension` numbers each; the place of a vector is its label. */
  readonly vectors: Float32Array;
}

/** Builds the graph of a segment's vectors and writes it to its path. */
export function writeVectorFile({ path, dimension, vectors }: VectorTask): void {
  const count = vectors.length / dimension;
  const index = new hnswlib.HierarchicalNSW("ip", dimension);
  index.initIndex(Math.max(1, count), links, buildBreadth, seed);
  for (let label = 0; label < count; label++)
    index.addPoint(Array.from(vectors.subarray(label * dimension, (label + 1) * dimension)), label);
  index.writeIndexSync(path);
  expectWritten(path, dimension, count);
}

/** The vectors of a file with these labels, one after another. */
export function readVectors(path: string, dimension: number, labels: readonly number[]): Float32Array {
  const index = new hnswlib.HierarchicalNSW("ip", dimension);
  index.readIndexSync(path);
  const vectors = new Float32Array(labels.length * dimension);
  labels.forEach((label, place) => {
    vectors.set(index.getPoint(label), place * dimension);
  });
  return vectors;
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
