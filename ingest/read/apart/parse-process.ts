import { type ReadResult, RefusedFile, refuse } from "../read-result.ts";
import type { ParseJob, ParseMessage } from "./parse-job.ts";
import { parsers } from "./parsers.ts";

/** The program of the parsing process: one job after another, until the process that started it goes. */
process.on("message", (job: ParseJob) => {
  parseSafely(job).then((result) => send({ kind: "result", result }));
});
process.on("disconnect", () => process.exit());
send({ kind: "ready" });

async function parseSafely({ format, bytes, limits }: ParseJob): Promise<ReadResult> {
  try {
    const onProgress = (done: string) => send({ kind: "progress", done });
    return await (await parsers[format]())({ bytes, limits, onProgress });
  } catch (error) {
    if (error instanceof RefusedFile) return refuse(error.code, error.message);
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(
      "corrupt",
      `is damaged (${reason.slice(0, 200)}): open it in its own program and save it again`,
    );
  }
}

function send(message: ParseMessage): void {
  process.send?.(message);
}
