import type { ErrorHandler } from "hono";
import type { Logger } from "pino";
import { describeProblem, ProblemError } from "./problem.ts";
import { refuse } from "./refuse.ts";

/** The border where errors end: the reader gets a problem, the log gets the cause. */
export function answerFailure(log: Logger): ErrorHandler {
  return (error, context) => {
    const { method, path } = context.req;
    if (error instanceof ProblemError) {
      const headers = error.problem.status === 429 ? { "retry-after": String(error.retryInSeconds) } : {};
      return refuse(path, error.problem, headers);
    }
    if (context.req.raw.signal.aborted) return refuse(path, describeProblem("request_abandoned"));

    log.error({ err: error, code: "internal", method, path }, "A request failed unexpectedly");
    return refuse(path, describeProblem("internal"));
  };
}
