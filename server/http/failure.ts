import type { ErrorHandler } from "hono";
import type { Logger } from "pino";
import { describeProblem, ProblemError, problemResponse } from "./problem.ts";

/** The border where errors end: the reader gets a problem, the log gets the cause. */
export function answerFailure(log: Logger): ErrorHandler {
  return (error, context) => {
    if (error instanceof ProblemError) return problemResponse(error.problem);
    if (context.req.raw.signal.aborted) return problemResponse(describeProblem("request_abandoned"));

    const { method, path } = context.req;
    log.error({ err: error, code: "internal", method, path }, "A request failed unexpectedly");
    return problemResponse(describeProblem("internal"));
  };
}
