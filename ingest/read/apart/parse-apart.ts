import type { ReadLimits } from "../limits.ts";
import { type ReadResult, refuse } from "../read-result.ts";
import type { ParseJob, ParseMessage } from "./parse-job.ts";
import { type ParsingProcess, startParsingProcess } from "./parsing-process.ts";

let running: ParsingProcess | null = null;
let queue: Promise<unknown> = Promise.resolve();
let idle: NodeJS.Timeout | undefined;
const longestIdleInMs = 30_000;

/**
 * Parses one file in a process of its own that has no settings, a limit on memory and a limit on time. The process
 * serves file after file; one that is ended, by its limits or by the file, is replaced for the next. Left idle, it goes.
 */
export function parseApart(job: ParseJob): Promise<ReadResult> {
  const result = queue.then(() => parseNow(job));
  queue = result.catch(() => {});
  return result;
}

/** Ends the parsing process, where there is one; the next file starts another. */
export function closeReaders(): void {
  clearTimeout(idle);
  running?.kill();
  running = null;
}

async function parseNow(job: ParseJob): Promise<ReadResult> {
  clearTimeout(idle);
  const { memoryInMegabytes } = job.limits;
  if (running && (running.hasEnded() || running.memoryInMegabytes !== memoryInMegabytes)) closeReaders();
  running ??= startParsingProcess(memoryInMegabytes);
  const parsing = running;
  parsing.hold();
  try {
    await parsing.ready;
    return await waitForResult(parsing, job);
  } finally {
    parsing.release();
    idle = setTimeout(closeReaders, longestIdleInMs).unref();
  }
}

function waitForResult(parsing: ParsingProcess, job: ParseJob): Promise<ReadResult> {
  return new Promise((resolve) => {
    const timeInMs = allowedTime(job);
    let done = "";
    const finish = (result: ReadResult) => {
      clearTimeout(timer);
      stopListening();
      resolve(result);
    };
    const timer = setTimeout(() => {
      parsing.kill();
      finish(refuse("too_slow", `takes longer than ${timeInMs / 1000} s to read${done && `, with ${done}`}`));
    }, timeInMs);
    const stopListening = parsing.listen({
      message(message: ParseMessage) {
        if (message.kind === "progress") done = message.done;
        if (message.kind === "result") finish(message.result);
      },
      end: (isOutOfMemory) => finish(isOutOfMemory ? outOfMemory(job.limits, done) : crashed),
    });
    parsing.send(job);
  });
}

function allowedTime({ format, bytes, limits }: ParseJob): number {
  return format === "pdf" && bytes.length > limits.largePdfBytes ? limits.largePdfTimeInMs : limits.timeInMs;
}

function outOfMemory({ memoryInMegabytes }: ReadLimits, done: string): ReadResult {
  return refuse(
    "too_large",
    `needs more than ${memoryInMegabytes} MB of memory to read${done && `, with ${done}`}`,
  );
}

const crashed = refuse(
  "corrupt",
  "ends the program that reads it: open it in its own program and save it again",
);
