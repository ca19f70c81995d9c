import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface RerankRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly query: string;
    readonly texts?: readonly string[];
    readonly documents?: readonly string[];
    readonly model?: string;
    readonly truncate?: boolean;
  };
}

/** The body of a reply or, as a number, its status; null never replies, "drop" closes the connection. */
export type Reply = (request: RerankRequest) => string | number | null;

/** A `/rerank` service of the test's own; `replies` may be changed between requests. */
export async function startRerankServer(replies: { reply: Reply }) {
  const received: RerankRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const asked = { headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) };
    received.push(asked);
    const reply = replies.reply(asked);
    if (reply === null) return;
    if (reply === "drop") return void request.socket.destroy();
    response.writeHead(typeof reply === "number" ? reply : 200, { "content-type": "application/json" });
    response.end(typeof reply === "number" ? "{}" : reply);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rerank`,
    received,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
