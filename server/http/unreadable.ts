import { describeProblem, problemResponse } from "./problem.ts";
import { securityHeaders } from "./security-headers.ts";

/** For `serve({ errorHandler })`: a request whose address or host cannot be read never reaches a route. */
export function answerUnreadable(): Response {
  return problemResponse(describeProblem("request_unreadable"), {
    ...securityHeaders,
    "cache-control": "no-store",
  });
}
