import { ingest } from "../../ingest/ingest.ts";
import { countingEmbedder } from "../counting-embedder.ts";

/**
 * The real ingest with the counting embedder, in a process that can be killed: it reports `ready`, waits for a message
 * and ends with the command's exit codes.
 */
const [corpusDir = "", dataDir = ""] = process.argv.slice(2);
process.once("message", async () => {
  try {
    await ingest({ corpusDir, dataDir, embedder: countingEmbedder() });
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(error instanceof Error && error.name === "LockedError" ? 3 : 1);
  }
});
process.send?.("ready");
