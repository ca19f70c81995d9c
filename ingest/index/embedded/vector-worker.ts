import { parentPort, workerData } from "node:worker_threads";
import { type VectorTask, writeVectorFile } from "./vector-file.ts";

writeVectorFile(workerData as VectorTask);
parentPort?.postMessage("written");
