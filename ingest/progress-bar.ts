import type { ReportProgress } from "./progress.ts";

const width = 24;
const labels = {
  read: "Reading documents",
  embed: "Embedding passages",
  write: "Writing the index",
} as const;

/** Draws progress on one line of a terminal; writes nothing where the output is not a terminal. */
export function createProgressBar(stream: NodeJS.WriteStream): ReportProgress {
  if (!stream.isTTY) return () => {};
  return ({ step, done, total }) => {
    const filled = Math.round((width * done) / Math.max(1, total));
    const bar = "█".repeat(filled) + "░".repeat(width - filled);
    stream.write(`\r\x1b[K${labels[step].padEnd(18)} ${bar} ${done}/${total}`);
    if (done === total) stream.write("\r\x1b[K");
  };
}
