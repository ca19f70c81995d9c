import { parentPort, workerData } from "node:worker_threads";
import { type ShardTask, writeShard } from "./vector-shard.ts";

writeShard(workerData as ShardTask);
parentPort?.postMessage("written");
