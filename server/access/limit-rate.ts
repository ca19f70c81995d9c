import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { describeProblem } from "../http/problem.ts";
import { refuse } from "../http/refuse.ts";
import type { AccessSettings } from "./access-settings.ts";
import { findReader } from "./reader.ts";
import { TokenBuckets } from "./token-buckets.ts";

/** Readers behind one address, as in an office, have this much of the limit together; keys can be made up. */
const readersAtAnAddress = 10;

/** Refuses requests beyond the limit, of a reader and of an address, and says when to come back. */
export function limitRate({ rateLimit, proxyHops }: AccessSettings): MiddlewareHandler {
  const byReader = new TokenBuckets(rateLimit);
  const byAddress = new TokenBuckets(rateLimit * readersAtAnAddress);
  return async (context, next) => {
    if (rateLimit === 0) return next();
    const reader = findReader(context);
    const waitInMs =
      byAddress.take(readAddress(context, proxyHops)) || (reader === null ? 0 : byReader.take(reader));
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
