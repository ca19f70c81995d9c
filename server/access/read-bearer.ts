import type { MiddlewareHandler } from "hono";
import { ProblemError } from "../http/problem.ts";
import { isAnonymousKey } from "./anonymous-reader.ts";
import type { EmbedSettings } from "./embed-settings.ts";
import { verifyEmbedToken } from "./embed-token.ts";
import { nameReader } from "./reader.ts";

/**
 * Takes the reader from `Authorization: Bearer`, where an embedded chat has no cookie of its own to send.
 * A credential that does not hold is refused, never passed over for the cookie.
 */
export function readBearer({ secret, isOpen }: EmbedSettings): MiddlewareHandler {
  return async (context, next) => {
    const credential = /^bearer(?: +(.*))?$/i.exec(context.req.header("authorization") ?? "");
    if (credential === null) return next();

    const [, value = ""] = credential;
    if (isAnonymousKey(value)) {
      if (!isOpen) throw new ProblemError("token_missing");
      nameReader(context, "anonymous", value);
    } else {
      if (secret === null)
        throw new ProblemError("token_invalid", "this server takes none: set EMBED_SECRET");
      nameReader(context, "subject", await verifyEmbedToken(value, secret));
    }
    return next();
  };
}
