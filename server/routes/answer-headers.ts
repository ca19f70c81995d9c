import type { Context } from "hono";
import { ProblemError } from "../http/problem.ts";

/** What names the intent behind a request, so that sending it again does nothing new; null where none was sent. */
export function idempotencyKey(context: Context): string | null {
  const key = context.req.header("idempotency-key");
  if (key === undefined) return null;
  if (/^[\x21-\x7e]{8,128}$/.test(key)) return key;
  throw new ProblemError("request_invalid", "Idempotency-Key: give 8 to 128 visible ASCII characters");
}

/** How many events the client has had: the number of the last one (WHATWG HTML, section 9.2.3). */
export function seenEvents(context: Context): number {
  const last = context.req.header("last-event-id") ?? "0";
  if (/^\d{1,9}$/.test(last)) return Number(last);
  throw new ProblemError("request_invalid", "Last-Event-ID: give the number of the last event that arrived");
}
