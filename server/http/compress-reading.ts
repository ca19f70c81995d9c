import type { MiddlewareHandler } from "hono";
import { compress } from "hono/compress";

/**
 * Compresses text that is read by GET and has not been compressed already. Events go out one by one as they are
 * made, and the answer to a POST is small and waited for.
 */
export function compressReading(): MiddlewareHandler {
  const compressText = compress({ encoding: "gzip" });
  return (context, next) => (context.req.method === "GET" ? compressText(context, next) : next());
}
