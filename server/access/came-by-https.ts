import type { Context } from "hono";
import type { AccessSettings } from "./access-settings.ts";

/** Whether the browser spoke TLS: to this server, or to a proxy that is ours and says so. */
export function cameByHttps(context: Context, { proxyHops }: Pick<AccessSettings, "proxyHops">): boolean {
  if (new URL(context.req.url).protocol === "https:") return true;
  const schemes = (context.req.header("x-forwarded-proto") ?? "").split(",").map((scheme) => scheme.trim());
  // Most proxies write the header anew, so that one value may stand for all of them.
  const seen = proxyHops === 0 ? undefined : (schemes.at(-proxyHops) ?? schemes[0]);
  return seen?.toLowerCase() === "https";
}
