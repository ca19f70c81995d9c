import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asEvents, post } from "../server/fake-parts.ts";
import { buildRig, question, type Rig } from "../server/model/model-rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await buildRig();
});
afterAll(() => rig.close());

const never = new Promise(() => {});
const pieces = ["The harbour fee rose", " to 3% in 2019", " [1:3]."];

describe("a reader who goes away", () => {
  it.each([
    ["before the first byte of the model", { pieces, hold: { until: never } }, 0],
    ["in mid-answer", { pieces, hold: { until: never, afterPieces: 1 } }, 1],
    ["on the last token", { pieces, hold: { until: never, afterPieces: 3 } }, 2],
  ])("[R063] %s closes the connection to the model within a second", async (_, script, deltas) => {
    const { app, server, log } = await rig.open(script);
    const client = new AbortController();
    const request = new Request("http://localhost/api/ask", {
      ...post({ question }, asEvents),
      signal: client.signal,
    });
    const reader = (await app.request(request)).body?.getReader();
    let shown = "";
    while (shown.split("event: delta").length <= deltas || server.requests.length === 0) {
      const next = await reader?.read();
      shown += new TextDecoder().decode(next?.value);
      if (deltas === 0) break;
    }
    while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    client.abort();
    const left = performance.now();
    await server.requests[0]?.abandoned;
    expect(performance.now() - left).toBeLessThan(1000);
    expect(server.requests).toHaveLength(1);
    expect(log.filter((line) => !line.includes("aborted"))).toEqual([]);
    server.close();
  });
});

describe("the model's stream", () => {
  it("[R065] arrives exact where its bytes are cut inside of characters and events", async () => {
    const body = pieces
      .map(
        (content) => `data: ${JSON.stringify({ choices: [{ delta: { content: `港${content}` } }] })}\r\n\r\n`,
      )
      .join("");
    const { shown, answer } = await rig.ask({
      headers: { "content-type": "text/event-stream" },
      body: Array.from(Buffer.from(body), (byte) => Buffer.from([byte])),
    });
    expect(shown).toBe("港The harbour fee rose港 to 3% in 2019港 [1].");
    expect(answer.notice).toBe("answer_interrupted");
  });

  it("[R066] ends with `done`, whatever becomes of the model", async () => {
    const scripts = [
      { refuses: true },
      { status: 500 },
      { pieces, finish: null },
      { pieces, cutAtByte: 300 },
      { body: "" },
    ];
    for (const script of scripts) {
      const { events } = await rig.ask(script);
      expect(events.at(-1)?.event).toBe("done");
    }
  });
});
