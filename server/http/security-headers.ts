import type { MiddlewareHandler } from "hono";
import { isApiPath } from "./api-path.ts";

/** Nothing is loaded from elsewhere, run inline, or framed (OWASP Secure Headers). */
export const securityHeaders = {
  "content-security-policy": [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
} as const;

/** Sets them on every response, refusals included; answers of the API are never kept by a cache. */
export const addSecurityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
  if (isApiPath(context.req.path)) context.res.headers.set("cache-control", "no-store");
};
