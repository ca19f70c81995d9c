import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type ShardTask, writeShard } from "./vector-shard.ts";

export interface VectorChanges {
  /** The folder of the generation before and its number of shards, or null to begin anew. */
  readonly base: { readonly folder: string; readonly shards: number } | null;
  readonly dimension: number;
  readonly removed: readonly number[];
  readonly firstAdded: number;
  readonly added: readonly Float32Array[];
}

/** From this many vectors on, two halves built side by side are worth two searches. */
const leastForTwoShards = 4000;
/** Below this many new vectors a shard is built sooner than a thread starts. */
const leastForThreads = 400;

/** Writes the vector files of a generation and returns how many there are; a passage is in shard number modulo count. */
export async function writeVectors(folder: string, changes: VectorChanges): Promise<number> {
  const { base, dimension, removed, firstAdded, added } = changes;
  const shards = base?.shards ?? (added.length >= leastForTwoShards ? 2 : 1);
  const tasks = Array.from({ length: shards }, (_, shard): ShardTask => {
    const isMine = (label: number) => label % shards === shard;
    const labels = added.map((_vector, index) => firstAdded + index).filter(isMine);
    return {
      path: join(folder, shardName(shard)),
      base: base && join(base.folder, shardName(shard)),
      dimension,
      removed: removed.filter(isMine),
      labels,
      vectors: concatenate(
        labels.map((label) => added[label - firstAdded] ?? new Float32Array(dimension)),
        dimension,
      ),
    };
  });
  if (shards === 1 || added.length < leastForThreads) for (const task of tasks) writeShard(task);
  else await Promise.all(tasks.map(writeApart));
  return shards;
}

export function shardName(shard: number): string {
  return `vectors-${shard}.hnsw`;
}

/** A thread of Node 20 ignores `--import`, so the module that reads TypeScript is registered inside it. */
const workerModule = new URL(
  `data:text/javascript,${encodeURIComponent(
    `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))};
     register();
     await import(${JSON.stringify(import.meta.resolve("./vector-worker.ts"))});`,
  )}`,
);

function writeApart(task: ShardTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerModule, {
      workerData: task,
      transferList: [task.vectors.buffer as ArrayBuffer],
    });
    worker.once("message", () => resolve());
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`Building '${task.path}' ended with code ${code}.`)));
  });
}

function concatenate(vectors: readonly Float32Array[], dimension: number): Float32Array {
  const all = new Float32Array(vectors.length * dimension);
  vectors.forEach((vector, index) => {
    all.set(vector, index * dimension);
  });
  return all;
}
