import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import { describeProblem } from "../http/problem.ts";
import { refuse } from "../http/refuse.ts";
import type { AccessSettings } from "./access-settings.ts";

/**
 * Refuses requests under a name that is not the server's own. A page of another site whose name is made to point
 * here (DNS rebinding) counts as a page of this server in its browser, but still calls it by that name.
 */
export function checkHost({ hosts }: AccessSettings): MiddlewareHandler {
  return (context, next) => {
    const name = new URL(context.req.url).hostname.replace(/^\[(.*)\]$/, "$1");
    if (hosts === null || name === "localhost" || isIP(name) !== 0 || hosts.has(name)) return next();
    return Promise.resolve(refuse(context.req.path, describeProblem("host_unknown", name)));
  };
}
