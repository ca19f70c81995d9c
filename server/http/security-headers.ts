import type { MiddlewareHandler } from "hono";
import { isApiPath } from "./api-path.ts";

/** Nothing is loaded from elsewhere or run inline (OWASP Secure Headers). */
const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** The headers of a response that only pages of these origins may frame. */
export function securityHeaders(framedBy: readonly string[] = []): Readonly<Record<string, string>> {
  const ancestors = framedBy.length > 0 ? framedBy.join(" ") : "'none'";
  return {
    "content-security-policy": [...policy, `frame-ancestors ${ancestors}`].join("; "),
    // It knows no list of origins, and would forbid what the policy allows.
    ...(framedBy.length > 0 ? {} : { "x-frame-options": "DENY" }),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
}

/**
 * Sets them on every response, refusals included; answers of the API are never kept by a cache.
 * The embedded chat alone may be framed, by the origins given.
 */
export function addSecurityHeaders(embedOrigins: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const headers = securityHeaders(context.req.path === "/embed" ? embedOrigins : []);
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    if (isApiPath(context.req.path)) context.res.headers.set("cache-control", "no-store");
  };
}
