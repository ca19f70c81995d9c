import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { SignJWT } from "jose";

export interface IntranetOptions {
  /** Origin of the Groundline server. */
  readonly groundline: string;
  /** Its EMBED_SECRET; null signs no tokens. */
  readonly secret: string | null;
}

/** The server of an office's intranet, which shows the chat on its pages under a strict policy. */
export function createIntranet({ groundline, secret }: IntranetOptions): Server {
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${groundline}`,
    `frame-src ${groundline}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  return createServer(async ({ url = "/" }, response) => {
    if (url === "/groundline-token") {
      response.writeHead(secret === null ? 204 : 200, { "content-type": "text/plain" });
      return response.end(secret === null ? undefined : await signToken(secret, "staff-1024"));
    }
    const file = files.get(url);
    if (file === undefined) return response.writeHead(404).end();
    const text = await readFile(new URL(file.name, import.meta.url), "utf8");
    response.writeHead(200, { "content-type": file.type, "content-security-policy": policy });
    response.end(text.replaceAll("{{groundline}}", groundline));
  });
}

/** Five minutes for one reader; only a server may do this, as the secret makes tokens for anybody. */
function signToken(secret: string, subject: string): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(subject)
    .setAudience("groundline")
    .setExpirationTime("5 minutes")
    .sign(new TextEncoder().encode(secret));
}

const html = "text/html; charset=utf-8";
const files = new Map([
  ["/", { name: "intranet.html", type: html }],
  ["/help", { name: "help.html", type: html }],
  ["/intranet.css", { name: "intranet.css", type: "text/css" }],
  ["/intranet.js", { name: "intranet.js", type: "text/javascript" }],
]);
