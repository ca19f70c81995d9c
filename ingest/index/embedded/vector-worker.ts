import { parentPort, workerData } from "node:worker_threads";
import { GraphBuilder, type VectorPlace } from "./vector-file.ts";

const graph = new GraphBuilder(workerData as VectorPlace);

parentPort?.on("message", (vectors: Float32Array | "write") => {
  if (vectors !== "write") {
    graph.add(vectors);
    return;
  }
  graph.write();
  parentPort?.postMessage("written");
  parentPort?.close();
});
