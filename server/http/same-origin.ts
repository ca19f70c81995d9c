import { ProblemError } from "./problem.ts";

/**
 * Refuses what a page of another origin sends. A browser says where a request comes from in `Sec-Fetch-Site`, an old
 * one in `Origin`, and no page can change either; a program that is no browser sends neither.
 */
export function refuseOtherOrigins(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isOwn = site === null ? origin === null || isHostOf(origin, request) : site === "same-origin";
  if (!isOwn) throw new ProblemError("other_origin");
}

/** By host alone: a proxy that ends TLS changes the scheme. */
function isHostOf(origin: string, request: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}
