import type { Context, MiddlewareHandler } from "hono";
import { describeProblem } from "../http/problem.ts";
import { refuse } from "../http/refuse.ts";
import type { AccessSettings } from "./access-settings.ts";
import { readersAtAnAddress, readNetwork } from "./caller.ts";
import { findReader } from "./reader.ts";
import { TokenBuckets } from "./token-buckets.ts";

/** Refuses requests beyond what an address may send, whoever they say they come from: wrong tokens count as well. */
export function limitAddress(access: AccessSettings): MiddlewareHandler {
  return limitBy(access.rateLimit * readersAtAnAddress, (context) => readNetwork(context, access));
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
