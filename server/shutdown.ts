import type { ServerType } from "@hono/node-server";
import type { Logger } from "pino";
import type { Knowledge } from "./knowledge.ts";

/** Live answers have this long to finish after the first signal. */
const graceInMs = 30_000;

/** First signal: take nothing new, let live answers end, exit 0. A second one exits at once. */
export function closeOnSignal(
  server: ServerType,
  closing: AbortController,
  knowledge: Knowledge,
  log: Logger,
): void {
  const close = () => {
    if (closing.signal.aborted) process.exit(1);
    log.info("closing");
    closing.abort();
    server.close(() => {
      knowledge.close();
      process.exit(0);
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    setTimeout(() => process.exit(0), graceInMs).unref();
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
}
