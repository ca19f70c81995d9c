import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import type { AskEvent } from "../../server/api/types.ts";
import { createNodeServer } from "../../server/http/node-server.ts";
import type { AppParts } from "../../server/routes/parts.ts";
import { answerEvents, asEvents, buildApp, post } from "./fake-parts.ts";

/** What only a real socket shows: how bytes arrive, and that a closed connection reaches the pipeline. */
describe("over a socket", () => {
  const servers: { close(): void }[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function listen(changes: Partial<AppParts> = {}): Promise<number> {
    const { app } = buildApp(changes);
    const server = createNodeServer(app, pino({ level: "silent" }));
    servers.push(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  }

  it("streams each event as it is made", async () => {
    const port = await listen();
    const response = await fetch(`http://127.0.0.1:${port}/api/ask`, post({ question: "a" }, asEvents));
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await response.text()).match(/^event: \w+$/gm)).toEqual([
      "event: retrieved",
      "event: delta",
      "event: done",
    ]);
  });

  it.each([
    ["events", asEvents, 0],
    ["events, the first of them sent", asEvents, 1],
    ["JSON", { accept: "application/json" }, 0],
  ])(
    "[R063] aborts the pipeline within a second of a client that waits for %s going away",
    async (_, accept, events) => {
      let aborted: Promise<unknown> | undefined;
      const port = await listen({
        ask: async function* (_base, _request, signal): AsyncGenerator<AskEvent> {
          aborted = once(signal, "abort");
          if (events > 0) yield { event: "delta", data: { text: "Two" } };
          await new Promise(() => {});
        },
      });
      const client = new AbortController();
      const init = { ...post({ question: "a" }, accept), signal: client.signal };
      const response = fetch(`http://127.0.0.1:${port}/api/ask`, init).catch(() => null);
      while (aborted === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
      if (events > 0) await (await response)?.body?.getReader().read();

      const left = performance.now();
      client.abort();
      await aborted;
      expect(performance.now() - left).toBeLessThan(1000);
    },
  );

  it("[R051] refuses a chunked body over the limit and answers the next request", async () => {
    const port = await listen();
    const chunk = `8000\r\n${" ".repeat(0x8000)}\r\n`;
    const text = await send(
      port,
      `POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(9)}0\r\n\r\n`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"body_too_large"/);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });

  it.each([
    ["TRACE /api/ask", 405, "method_unsupported"],
    ["GET /api/documents/../../../../etc/passwd", 404, "path_unknown"],
    ["GET /sources/../../../etc/passwd", 404, "path_unknown"],
    ["GET /assets/..%2f..%2fpackage.json", 404, "path_unknown"],
    ["GET /api/documents/..\\..\\x", 400, "request_unreadable"],
    ["GET //etc/passwd", 404, "path_unknown"],
  ])("[R055] [R058] answers %s with %i", async (line, status, code) => {
    const port = await listen();
    const text = await send(port, `${line} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect(text).toContain(`HTTP/1.1 ${status} `);
    expect(text).toContain(`"code":"${code}"`);
    expect(text).toMatch(/^content-security-policy: default-src 'self'/im);
  });

  it("[R049] survives a host that cannot be read", async () => {
    const port = await listen();
    const text = await send(port, "GET /healthz HTTP/1.1\r\nHost: a b\r\n\r\n");
    expect(text).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"request_unreadable"/);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });

  it("[R049] survives something thrown that is no error", async () => {
    const port = await listen({
      search: async () => {
        throw "secret";
      },
    });
    const response = await fetch(`http://127.0.0.1:${port}/api/search`, post({ query: "a" }));
    expect(response.status).toBe(500);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.json()).toMatchObject({ code: "internal" });
  });

  it("keeps nothing of a finished answer listening for the server's end", async () => {
    const closing = new AbortController();
    let ended = 0;
    const port = await listen({
      closing: closing.signal,
      ask: async function* (_base, _request, signal) {
        signal.addEventListener("abort", () => {
          ended += 1;
        });
        yield* answerEvents();
      },
    });
    await (await fetch(`http://127.0.0.1:${port}/api/ask`, post({ question: "a" }, asEvents))).text();
    expect(ended).toBe(1);
    closing.abort();
    expect(ended).toBe(1);
  });
});

/** The raw answer to raw bytes, read until its body ends. */
async function send(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes);
  let received = "";
  for await (const piece of socket) {
    received += piece;
    const length = /content-length: (\d+)/i.exec(received)?.[1];
    const body = received.split("\r\n\r\n").slice(1).join("\r\n\r\n");
    if (length !== undefined && Buffer.byteLength(body) >= Number(length)) break;
  }
  socket.destroy();
  return received;
}
