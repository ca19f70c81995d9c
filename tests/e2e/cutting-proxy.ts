import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface CuttingProxy {
  readonly url: string;
  /** The requests about answers that went through, as `POST /api/ask`. */
  readonly passed: readonly string[];
  /** Cuts the connection of the next question once the text has gone to the page. */
  readonly cutAfter: (text: string) => void;
  /** Lets every question through to the server, and nothing of the answer back, until it is healed: the page waits, or is cut off. */
  readonly swallow: (manner: "wait" | "cut") => void;
  readonly heal: () => void;
  readonly close: () => Promise<void>;
}

/** Stands between the page and the server as a bad network does. */
export async function openProxy(target: string): Promise<CuttingProxy> {
  const passed: string[] = [];
  let cut: string | null = null;
  let swallowing: "wait" | "cut" | null = null;

  const relay = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method, url = "/", headers } = incoming;
    const isAsking = url === "/api/ask";
    if (isAsking || url.startsWith("/api/answers/")) passed.push(`${method} ${url}`);
    const mark = isAsking ? cut : null;
    const manner = isAsking ? swallowing : null;
    if (isAsking) cut = null;
    const upstream = request(new URL(url, target), { method, headers }, (response) => {
      if (manner === "wait") return void response.resume();
      if (manner === "cut") return void outgoing.destroy();
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      let seen = "";
      response.on("data", (bytes: Buffer) => {
        if (outgoing.destroyed) return;
        seen += bytes.toString("latin1");
        const end = mark === null ? -1 : seen.indexOf(mark);
        if (mark === null || end < 0) return void outgoing.write(bytes);
        const kept = bytes.length - (seen.length - end - mark.length);
        outgoing.write(bytes.subarray(0, kept), () => outgoing.destroy());
      });
      response.on("end", () => outgoing.end());
    });
    upstream.on("error", () => outgoing.destroy());
    incoming.pipe(upstream);
  };

  const server = createServer(relay).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    cutAfter: (text) => {
      cut = text;
    },
    swallow: (manner) => {
      swallowing = manner;
    },
    heal: () => {
      swallowing = null;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
