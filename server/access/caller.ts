import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { AccessSettings } from "./access-settings.ts";
import { networkOf } from "./network-of.ts";

/** Readers behind one address, as in an office, have this many shares together; keys can be made up. */
export const readersAtAnAddress = 10;

/** Whom a limit is counted for: a reader, where it is known who that is, and always the address. */
export interface Caller {
  readonly reader: string | null;
  readonly network: string;
}

/** The address a request came from; of an IPv6 one its network. */
export function readNetwork(context: Context, { proxyHops }: AccessSettings): string {
  return networkOf(readAddress(context, proxyHops));
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
