import type { OpenAPIHono } from "@hono/zod-openapi";
import type { NotFoundHandler } from "hono";
import { accepts } from "hono/accepts";
import { METHOD_NAME_ALL, METHODS } from "hono/router";
import { isApiPath } from "./api-path.ts";
import { plainPage } from "./plain-page.ts";
import { describeProblem, problemResponse } from "./problem.ts";

/** Answers what no route answered: 405 where another method would work, otherwise 404. */
export function answerUnmatched(app: OpenAPIHono): NotFoundHandler {
  return (context) => {
    const allowed = allowedMethods(app, context.req.path);
    if (allowed.length > 0 && !allowed.includes(context.req.method)) {
      return problemResponse(describeProblem("method_unsupported"), { allow: allowed.join(", ") });
    }
    if (isApiPath(context.req.path) || !wantsPage(context)) {
      return problemResponse(describeProblem("path_unknown"));
    }
    return plainPage({
      status: 404,
      title: "There is no page at this address",
      text: "Check the address, or start from the first page.",
    });
  };
}

/** Asked of the router itself, so that it cannot fall behind the routes. */
function allowedMethods(app: OpenAPIHono, path: string): readonly string[] {
  const allowed = METHODS.map((method) => method.toUpperCase()).filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method !== METHOD_NAME_ALL),
  );
  return allowed.includes("GET") ? [...allowed, "HEAD"] : allowed;
}

function wantsPage(context: Parameters<NotFoundHandler>[0]): boolean {
  const supports = ["text/html", "application/problem+json"];
  return (
    accepts(context, { header: "Accept", supports, default: "application/problem+json" }) === "text/html"
  );
}
