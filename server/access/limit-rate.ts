import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { describeProblem } from "../http/problem.ts";
import { refuse } from "../http/refuse.ts";
import type { AccessSettings } from "./access-settings.ts";
import { networkOf } from "./network-of.ts";
import { findReader } from "./reader.ts";
import { TokenBuckets } from "./token-buckets.ts";

/** Readers behind one address, as in an office, have this much of the limit together; keys can be made up. */
const readersAtAnAddress = 10;

/** Refuses requests beyond what an address may send, whoever they say they come from: wrong tokens count as well. */
export function limitAddress({ rateLimit, proxyHops }: AccessSettings): MiddlewareHandler {
  return limitBy(rateLimit * readersAtAnAddress, (context) => networkOf(readAddress(context, proxyHops)));
}

/** Refuses requests beyond what a reader may send, once it is known who that is. */
export function limitReader({ rateLimit }: AccessSettings): MiddlewareHandler {
  return limitBy(rateLimit, findReader);
}

/** One count over every path it is used for; a refusal says when to come back. */
function limitBy(aMinute: number, keyOf: (context: Context) => string | null): MiddlewareHandler {
  const buckets = new TokenBuckets(aMinute);
  return async (context, next) => {
    const key = aMinute === 0 ? null : keyOf(context);
    const waitInMs = key === null ? 0 : buckets.take(key);
    if (waitInMs === 0) return next();
    const seconds = String(Math.ceil(waitInMs / 1000));
    return refuse(context.req.path, describeProblem("rate_limited"), { "retry-after": seconds });
  };
}

/** What a proxy that is ours saw; whatever stands before that may be made up. */
function readAddress(context: Context, proxyHops: number): string {
  const forwarded = (context.req.header("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  const seen = proxyHops === 0 ? undefined : forwarded.at(-proxyHops);
  return seen || (connectionOf(context) ?? "unknown");
}

/** Absent where the application is called without a server. */
function connectionOf(context: Context): string | undefined {
  return context.env && "incoming" in context.env ? getConnInfo(context).remote.address : undefined;
}
