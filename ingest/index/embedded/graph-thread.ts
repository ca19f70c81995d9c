import { Worker } from "node:worker_threads";
import type { VectorPlace } from "./vector-file.ts";

/** A thread that builds a segment's graph while its vectors arrive. */
export class GraphThread {
  readonly #worker: Worker;
  readonly #written: Promise<void>;

  constructor(place: VectorPlace) {
    const worker = new Worker(workerModule, { workerData: place });
    this.#worker = worker;
    this.#written = new Promise((resolve, reject) => {
      worker.once("message", () => resolve());
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`Building '${place.path}' ended with code ${code}.`)));
    });
    // Whoever writes learns of a failure; until then it is nobody's.
    this.#written.catch(() => {});
  }

  /** The vectors are moved, not copied. */
  add(vectors: Float32Array): void {
    this.#worker.postMessage(vectors, [vectors.buffer as ArrayBuffer]);
  }

  write(): Promise<void> {
    this.#worker.postMessage("write");
    return this.#written;
  }

  stop(): void {
    void this.#worker.terminate();
  }
}

/** A thread of Node 20 ignores `--import`, so the module that reads TypeScript is registered inside it. */
const workerModule = new URL(
  `data:text/javascript,${encodeURIComponent(
    `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))};
     register();
     await import(${JSON.stringify(import.meta.resolve("./vector-worker.ts"))});`,
  )}`,
);
