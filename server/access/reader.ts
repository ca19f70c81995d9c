import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { AccessSettings } from "./access-settings.ts";
import { cameByHttps } from "./came-by-https.ts";

/**
 * Who is asking, while there is no sign-in: whoever holds this cookie. Its value is 128 random bits; only its hash is
 * stored. Pages of other sites cannot send it (Lax), scripts cannot read it (HttpOnly), and where it was given over TLS
 * it is sent over nothing else (Secure).
 */
const cookieName = "groundline_reader";
/** The longest a browser keeps a cookie (RFC 6265bis section 5.5). */
const maxAgeInSeconds = 400 * 24 * 60 * 60;

/** The reader of this request; one who has no key yet is given one with the response. */
export function recognizeReader(context: Context, access: Pick<AccessSettings, "proxyHops">): string {
  const known = findReader(context);
  if (known !== null) return known;
  const key = randomBytes(16).toString("base64url");
  setCookie(context, cookieName, key, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: cameByHttps(context, access),
    maxAge: maxAgeInSeconds,
  });
  return hash(key);
}

/** The reader of this request; null for one without a key, to whom nothing belongs. */
export function findReader(context: Context): string | null {
  const named: string | undefined = context.get(readerVariable);
  if (named !== undefined) return named;
  const key = getCookie(context, cookieName);
  return key !== undefined && /^[\w-]{22}$/.test(key) ? hash(key) : null;
}

const readerVariable = "reader";

/** From here on the request is this reader's, whatever cookie came with it. */
export function nameReader(context: Context, kind: "anonymous" | "subject", name: string): void {
  context.set(readerVariable, hash(`${kind} ${name}`));
}

function hash(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
