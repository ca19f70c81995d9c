import hnswlib from "hnswlib-node";

/** HNSW (Malkov, Yashunin 2018): links per node, and candidates looked at while building. */
const links = 16;
const buildBreadth = 100;
const seed = 42;

/** What one shard becomes: the points of `base` without the removed labels and with new ones. */
export interface ShardTask {
  readonly path: string;
  readonly base: string | null;
  readonly dimension: number;
  readonly removed: readonly number[];
  readonly labels: readonly number[];
  /** The new vectors one after another, `dimension` numbers each. */
  readonly vectors: Float32Array;
}

/** Builds one shard and writes it to its path. */
export function writeShard({ path, base, dimension, removed, labels, vectors }: ShardTask): void {
  const index = new hnswlib.HierarchicalNSW("ip", dimension);
  if (base) {
    index.readIndexSync(base);
    for (const label of removed) index.markDelete(label);
    index.resizeIndex(Math.max(1, index.getCurrentCount() + labels.length));
  } else index.initIndex(Math.max(1, labels.length), links, buildBreadth, seed);
  labels.forEach((label, position) => {
    index.addPoint(Array.from(vectors.subarray(position * dimension, (position + 1) * dimension)), label);
  });
  index.writeIndexSync(path);
  expectWritten(path, dimension, index.getCurrentCount());
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
