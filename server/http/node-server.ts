import { createServer, type Server } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Logger } from "pino";
import { describeProblem, problemResponse } from "./problem.ts";
import { securityHeaders } from "./security-headers.ts";

/** The application behind a Node server that does not listen yet. */
export function createNodeServer(app: OpenAPIHono, log: Logger): Server {
  return createServer(
    getRequestListener(app.fetch, { errorHandler: (error) => answerOutsideRoutes(error, log) }),
  );
}

/** What no route can answer: an address or a host that cannot be read, or something thrown that is no Error. */
function answerOutsideRoutes(error: unknown, log: Logger): Response {
  const isUnreadable = error instanceof RequestError;
  if (!isUnreadable) log.error({ err: error, code: "internal" }, "A request failed outside its route");
  return problemResponse(describeProblem(isUnreadable ? "request_unreadable" : "internal"), {
    ...securityHeaders(),
    "cache-control": "no-store",
  });
}
