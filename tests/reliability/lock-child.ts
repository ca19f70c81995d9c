import { acquireLock, type Lock } from "../../ingest/lock.ts";

/** Takes and gives back the lock of a folder as the messages `take` and `give` say, and reports what came of it. */
const [dataDir = ""] = process.argv.slice(2);
let lock: Lock | null = null;
process.on("message", async (message) => {
  if (message === "give") {
    await lock?.release();
    lock = null;
    process.send?.("given");
    return;
  }
  try {
    lock = await acquireLock(dataDir);
    process.send?.("held");
  } catch (error) {
    process.send?.(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
});
process.send?.("ready");
