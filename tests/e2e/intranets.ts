import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT } from "jose";
import { findFreePort } from "../../evals/find-free-port.ts";
import { createIntranet } from "../../web/example/intranet.ts";
import { type RunningServer, startServer } from "./server.ts";

const secret = "a secret of the test's own, 32 characters and more";

export interface Intranets {
  readonly server: RunningServer;
  /** Signs tokens, on another site than the server. */
  readonly signing: string;
  /** Signs none, on another port of the server's site. */
  readonly open: string;
  /** Signs with another secret. */
  readonly mistaken: string;
  /** Is not among those who may embed the chat. */
  readonly foreign: string;
  /** Serves one page of the test's own, without a policy; it may embed the chat. */
  readonly bare: string;
  readonly showBare: (body: string) => void;
  readonly stop: () => Promise<void>;
}

/** The server, and the example's intranet on four other origins. */
export async function startIntranets(
  documents: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, string>> = {},
): Promise<Intranets> {
  // Its address has to stand in the intranet's pages, and theirs in its settings.
  const port = await findFreePort();
  const groundline = `http://localhost:${port}`;
  const started: Server[] = [];
  const listen = async (host: string, intranet: Server) => {
    await once(intranet.listen(0, "127.0.0.1"), "listening");
    started.push(intranet);
    return `http://${host}:${(intranet.address() as AddressInfo).port}`;
  };
  const start = (host: string, signsWith: string | null) =>
    listen(host, createIntranet({ groundline, secret: signsWith }));
  let bareBody = "";
  const bare = await listen(
    "127.0.0.1",
    createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<!doctype html><html lang="zh-HK"><link rel="icon" href="data:,"><body>${bareBody}`);
    }),
  );
  const signing = await start("127.0.0.1", secret);
  const open = await start("localhost", null);
  const mistaken = await start("127.0.0.1", secret.toUpperCase());
  const foreign = await start("127.0.0.1", secret);
  const server = await startServer(documents, {
    PORT: String(port),
    EMBED_ORIGINS: [signing, open, mistaken, bare].join(","),
    EMBED_SECRET: secret,
    EMBED_READERS: "anyone",
    KEEPER_PAGES: "on",
    ...settings,
  });
  const stop = async () => {
    for (const intranet of started) intranet.close();
    await server.stop();
  };
  const showBare = (body: string) => {
    bareBody = body;
  };
  return { server, signing, open, mistaken, foreign, bare, showBare, stop };
}

/** As the signing intranet would for this reader. */
export function signToken(subject: string, expires = "5 minutes"): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(subject)
    .setAudience("groundline")
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));
}
