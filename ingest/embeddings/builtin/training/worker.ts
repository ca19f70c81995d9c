import { workerData } from "node:worker_threads";
import { createMember, type WorkerTask } from "./run-workers.ts";
import { runSteps } from "./steps.ts";

const task = workerData as WorkerTask;
runSteps(task.state, createMember(task), () => {});
