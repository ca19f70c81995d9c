import type { Server } from "node:http";
import type { Logger } from "pino";
import type { LiveAnswers } from "./conversations/live-answers.ts";
import type { Knowledge } from "./knowledge.ts";

/** Live answers have this long to finish after the first signal; then they end with `shutting_down`. */
const graceInMs = 25_000;
/** What is still open after this is cut. */
const cutAfterInMs = 30_000;

export interface Stopping {
  readonly answers: LiveAnswers;
  readonly draining: AbortController;
  readonly closing: AbortController;
  readonly knowledge: Knowledge;
  readonly log: Logger;
}

/** First signal: take nothing new, let live answers end, exit 0. A second one exits at once. */
export function closeOnSignal(
  server: Server,
  { draining, closing, answers, knowledge, log }: Stopping,
): void {
  const close = () => {
    if (draining.signal.aborted) process.exit(1);
    log.info("closing");
    draining.abort();
    server.close(async () => {
      // Answers that nobody follows now are stored too; their readers may come back for them.
      await answers.untilNone();
      knowledge.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => closing.abort(), graceInMs).unref();
    setTimeout(() => process.exit(0), cutAfterInMs).unref();
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
}
