import { Worker } from "node:worker_threads";
import type { TrainingState } from "./state.ts";
import { type Member, runSteps } from "./steps.ts";

/** What a worker beside the main thread is started with; `barrier` counts arrivals and rounds. */
export interface WorkerTask {
  readonly state: TrainingState;
  readonly index: number;
  readonly count: number;
  readonly barrier: Int32Array;
}

/**
 * Runs all steps on `count` threads, the calling one among them: it does not return before they are done. The
 * vectors in `state` are the same whatever the count.
 */
export function runWorkers(state: TrainingState, count: number, onStep: (step: number) => void): void {
  const barrier = new Int32Array(new SharedArrayBuffer(8));
  const workers = Array.from({ length: count - 1 }, (_, index) => {
    const workerData: WorkerTask = { state, index: index + 1, count, barrier };
    return new Worker(workerModule, { workerData });
  });
  runSteps(state, createMember({ index: 0, count, barrier }), onStep);
  for (const worker of workers) worker.unref();
}

export function createMember({ index, count, barrier }: Omit<WorkerTask, "state">): Member {
  return { index, count, wait: () => meet(barrier, count) };
}

/** A step takes about a tenth of a second; what takes this long has ended. */
const longestWaitInMs = 300_000;

/** The last to arrive opens the next round and wakes the others. */
function meet(barrier: Int32Array, count: number): void {
  const round = Atomics.load(barrier, 1);
  if (Atomics.add(barrier, 0, 1) === count - 1) {
    Atomics.store(barrier, 0, 0);
    Atomics.add(barrier, 1, 1);
    Atomics.notify(barrier, 1);
    return;
  }
  while (Atomics.load(barrier, 1) === round) {
    if (Atomics.wait(barrier, 1, round, longestWaitInMs) === "timed-out") {
      throw new Error("A training thread has not finished its step: it has failed. Train with --workers 1.");
    }
  }
}

/** tsx's hooks do not reach worker threads on Node 20: the worker registers them before its module. */
const workerModule = new URL(
  `data:text/javascript,${encodeURIComponent(
    `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))};
register();
await import(${JSON.stringify(import.meta.resolve("./worker.ts"))});`,
  )}`,
);
