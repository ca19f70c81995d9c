import type { OpenAPIHono } from "@hono/zod-openapi";
import type { NotFoundHandler } from "hono";
import { accepts } from "hono/accepts";
import { METHOD_NAME_ALL, METHODS } from "hono/router";
import { isApiPath } from "./api-path.ts";
import { plainPage } from "./plain-page.ts";
import { describeProblem } from "./problem.ts";
import { refuse } from "./refuse.ts";

/** Answers what no route answered: 405 where another method would work, otherwise 404. */
export function answerUnmatched(app: OpenAPIHono): NotFoundHandler {
  return (context) => {
    const { method, path } = context.req;
    const allowed = allowedMethods(app, path);
    if (allowed.length > 0 && !allowed.includes(method)) {
      return refuse(path, describeProblem("method_unsupported"), { allow: allowed.join(", ") });
    }
    if (isApiPath(path) || !wantsPage(context)) {
      return refuse(path, describeProblem("path_unknown"));
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
