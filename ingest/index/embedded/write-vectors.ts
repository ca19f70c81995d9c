import { Worker } from "node:worker_threads";
import { type VectorTask, writeVectorFile } from "./vector-file.ts";

/** Below this many vectors a graph is built sooner than a thread starts. */
const leastForThread = 2000;

/** Writes the vector file of a segment; a large one in a thread of its own, beside other work. */
export async function writeVectors(task: VectorTask): Promise<void> {
  if (task.vectors.length < leastForThread * task.dimension) writeVectorFile(task);
  else await writeApart(task);
}

/** A thread of Node 20 ignores `--import`, so the module that reads TypeScript is registered inside it. */
const workerModule = new URL(
  `data:text/javascript,${encodeURIComponent(
    `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))};
     register();
     await import(${JSON.stringify(import.meta.resolve("./vector-worker.ts"))});`,
  )}`,
);

function writeApart(task: VectorTask): Promise<void> {
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
