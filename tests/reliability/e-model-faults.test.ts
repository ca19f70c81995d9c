import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CircuitBreaker } from "../../server/answer/model/circuit-breaker.ts";
import { post } from "../server/fake-parts.ts";
import { apiKey, buildRig, question, type Rig } from "../server/model/model-rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await buildRig();
});
afterAll(() => rig.close());

const whole = { pieces: ["The harbour fee rose to 3% in 2019 [1:3]."] };
const quoted = { status: "answered", mode: "extractive", model: null, notice: "model_unavailable" };
const limited = (fields: object) => ({
  status: 429,
  body: JSON.stringify({ error: { message: "Slow down", type: "requests", ...fields } }),
});

describe("a model server that refuses", () => {
  it("[R071] is asked again after at least the time it names, and then answers", async () => {
    const { answer, waits, server } = await rig.ask([
      { ...limited({ code: "rate_limit_exceeded" }), headers: { "retry-after": "3" } },
      whole,
    ]);
    expect(answer).toMatchObject({ status: "answered", mode: "model" });
    expect(server.requests).toHaveLength(2);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(3000);
  });

  it("is asked once more without it where it does not know stream_options", async () => {
    const refusal = {
      status: 400,
      body: JSON.stringify({ error: { message: "stream_options: extra field" } }),
    };
    const { answer, server } = await rig.ask([refusal, whole]);
    expect(answer).toMatchObject({ status: "answered", mode: "model" });
    expect(server.requests.map(({ body }) => body.stream_options)).toEqual([
      { include_usage: true },
      undefined,
    ]);
  });

  it("[R071] is not asked again where the quota is used up, and the operator reads why", async () => {
    const { answer, server, log } = await rig.ask(
      limited({ code: "insufficient_quota", message: `You exceeded your quota, ${apiKey}` }),
    );
    expect(answer).toMatchObject(quoted);
    expect(answer.citations.length).toBeGreaterThan(0);
    expect(server.requests).toHaveLength(1);
    expect(log.join()).toContain("model_quota");
    expect(log.join()).toContain("quota is used up");
    expect(log.join(), "a key stays out of the log").not.toContain(apiKey);
  });

  it("[R071] is left at once where it asks for a longer wait than a reader has", async () => {
    const { answer, waits } = await rig.ask(
      {
        ...limited({ code: "rate_limit_exceeded" }),
        headers: { "retry-after": "59" },
      },
      {},
      { patience: { ...impatience, firstTextInMs: 30_000 } },
    );
    expect(answer).toMatchObject(quoted);
    expect(waits).toEqual([]);
  });

  it.each([
    ["500", { status: 500, body: "{}" }],
    ["502", { status: 502, body: "<html>bad gateway</html>" }],
    ["503", { status: 503, body: "" }],
    ["408", { status: 408, body: "{}" }],
    ["409", { status: 409, body: "{}" }],
    ["reset", { refuses: true }],
  ])(
    "[R072] with %s is asked three times with longer waits, then the documents are quoted",
    async (_, script) => {
      const { answer, server, waits } = await rig.ask(script, {}, { random: () => 1 });
      expect(answer).toMatchObject(quoted);
      expect(answer.citations.length).toBeGreaterThan(0);
      expect(server.requests).toHaveLength(3);
      expect(waits).toEqual([1000, 2000]);
    },
  );

  it.each([
    ["nothing listens", "http://127.0.0.1:9/v1"],
    ["no such host", "http://model.invalid/v1"],
    ["a port without TLS", "tls"],
  ])("[R072] is given up where there is %s", async (_, address) => {
    const { server } = await rig.open(whole);
    const baseUrl = address === "tls" ? server.url.replace("http:", "https:") : address;
    const { answer, waits, log } = await rig.ask(whole, {}, { baseUrl });
    server.close();
    expect(answer).toMatchObject(quoted);
    expect(waits).toHaveLength(2);
    expect(log.join()).toContain("model_unreachable");
  });

  it.each([400, 401, 403, 404, 422])("[R072] with %i is not asked again", async (status) => {
    const { answer, server, log } = await rig.ask({ status, body: '{"error":{"message":"no"}}' });
    expect(answer).toMatchObject(quoted);
    expect(server.requests).toHaveLength(1);
    expect(log.join()).toContain("model_rejected");
  });

  it("[R072] is left alone for half a minute after five failures, then tried by one question", async () => {
    let now = 0;
    const breaker = new CircuitBreaker(() => now);
    const { app, server } = await rig.open({ status: 500, body: "{}" }, { breaker });
    const ask = async () => (await app.request("/api/ask", post({ question }))).json();
    const state = async () => (await (await app.request("/readyz")).json()).modelState;
    expect(await state()).toBe("ready");
    for (let times = 0; times < 4; times++) expect(await ask()).toMatchObject(quoted);
    expect(server.requests).toHaveLength(5);
    expect(await state()).toBe("failing");
    now += 30_000;
    expect(await ask()).toMatchObject(quoted);
    expect(server.requests).toHaveLength(6);
    server.close();
  });

  it("[R072] is used again once a try succeeds", async () => {
    let now = 0;
    const breaker = new CircuitBreaker(() => now);
    for (let times = 0; times < 5; times++) breaker.fail();
    const { app, server } = await rig.open(whole, { breaker });
    const ask = async () => (await app.request("/api/ask", post({ question }))).json();
    expect(await ask()).toMatchObject(quoted);
    now += 30_000;
    expect(await ask()).toMatchObject({ mode: "model" });
    expect(await ask()).toMatchObject({ mode: "model" });
    server.close();
  });
});

const never = new Promise(() => {});
const impatience = { firstSignInMs: 300, betweenInMs: 200, firstTextInMs: 30_000, wholeInMs: 800 };

describe("a model server that is slow", () => {
  it.each([
    ["sends no headers", { hold: { until: never } }, "model_silent"],
    ["sends headers and no text", { ...whole, hold: { until: never, afterPieces: 0 } }, "model_silent"],
  ])("[R073] is given up where it %s, and the documents are quoted", async (_, script, code) => {
    const { answer, server, log } = await rig.ask(script, {}, { patience: impatience });
    expect(answer).toMatchObject(quoted);
    expect(log.join()).toContain(code);
    expect(server.requests).toHaveLength(1);
    await server.requests[0]?.abandoned;
  });

  it("[R073] is given up where it falls silent in mid-answer; what was shown is kept and marked", async () => {
    const pieces = [...whole.pieces, " It is rev", "iewed"];
    const { answer, shown, server, log } = await rig.ask(
      { pieces, hold: { until: never, afterPieces: 2 } },
      {},
      { patience: impatience },
    );
    expect(answer).toMatchObject({ status: "answered", mode: "model", notice: "answer_interrupted" });
    expect(answer.text).toBe(shown);
    expect(answer.sentences.map(({ verdict }) => verdict)).toEqual(["supported", "unsupported"]);
    expect(log.join()).toContain("model_silent");
    await server.requests[0]?.abandoned;
  });

  it("[R073] is given up where its words trickle", async () => {
    const pieces = [...whole.pieces, ...Array.from({ length: 20 }, () => " so")];
    const { answer, log } = await rig.ask({ pieces, delayInMs: 100 }, {}, { patience: impatience });
    expect(answer).toMatchObject({ mode: "model", notice: "answer_interrupted" });
    expect(log.join()).toContain("model_late");
  });
});

describe("a reply that ends otherwise than it should", () => {
  it.each([
    ["is cut", { ...whole, finish: null }, "answer_interrupted"],
    ["is cut in mid-event", { ...whole, cutAtByte: 200 }, "answer_interrupted"],
    ["reaches its length", { ...whole, finish: "length" }, "answer_too_long"],
    ["is filtered", { ...whole, finish: "content_filter" }, "content_filtered"],
    ["ends in a refusal", { ...whole, events: [refusal()] }, "model_refused"],
  ])(
    "[R074] says so where it %s; the text is kept, and the model not asked again",
    async (_, script, notice) => {
      const { answer, shown, server } = await rig.ask(script);
      expect(answer).toMatchObject({ status: "answered", mode: "model", notice });
      expect(answer.text).toBe(shown);
      expect(shown).toContain("The harbour fee rose to 3% in 2019");
      expect(server.requests).toHaveLength(1);
    },
  );

  it.each([
    ["is filtered", { pieces: [], finish: "content_filter" }, "content_filtered"],
    ["is a refusal", { pieces: [], events: [refusal()] }, "model_refused"],
    ["is empty", { pieces: [] }, "model_unavailable"],
  ])("[R074] gives way to quotes where it %s from the start", async (_, script, notice) => {
    const { answer } = await rig.ask(script);
    expect(answer).toMatchObject({ ...quoted, notice });
  });

  it.each([
    ["an HTML page", { headers: { "content-type": "text/html" }, body: "<!doctype html><p>Log in</p>" }],
    ["an HTML page that claims to be a stream", { headers: stream, body: "<!doctype html><p>Log in</p>" }],
    ["JSON that is cut", { headers: stream, body: 'data: {"choices":[{"del\n\n' }],
    ["an event that is no object", { headers: stream, body: "data: null\n\n" }],
    ["no choices", { pieces: [], events: ['{"choices":[]}'], finish: null }],
    ["a whole completion in place of a stream", { body: '{"choices":[{"message":{"content":"Hi"}}]}' }],
    ["an error among the events", { pieces: [], events: ['{"error":{"message":"overloaded"}}'] }],
    ["five megabytes in one event", { pieces: ["a".repeat(5_000_000)] }],
    ["an unknown charset", { headers: { "content-type": "text/event-stream; charset=klingon" }, body: "" }],
  ])("[R075] is no answer where it is %s", async (_, script) => {
    const { answer, server, log } = await rig.ask(script);
    expect(answer).toMatchObject(quoted);
    expect(server.requests).toHaveLength(1);
    expect(log.join()).toMatch(/model_garbled|model_failing/);
  });

  it("[R075] keeps what was shown before an event that cannot be read", async () => {
    const { answer } = await rig.ask({ ...whole, events: ['{"choices":[{"del'] });
    expect(answer).toMatchObject({ status: "answered", mode: "model", notice: "answer_interrupted" });
  });

  it("[R075] is cut where it goes on and on", async () => {
    const { answer } = await rig.ask({
      pieces: [
        ...whole.pieces,
        ...Array.from({ length: 40 }, () => " The fee rose to 3% in 2019 [1:3].".repeat(100)),
      ],
    });
    expect(answer).toMatchObject({ mode: "model", notice: "answer_too_long" });
    expect(answer.text.length).toBeLessThan(13_000);
  });

  it("[R075] is read in the charset it declares", async () => {
    const body = Buffer.from(
      'data: {"choices":[{"delta":{"content":"caf\xe9 "},"finish_reason":"stop"}]}\n\n',
      "latin1",
    );
    const { shown } = await rig.ask({
      headers: { "content-type": "text/event-stream; charset=iso-8859-1" },
      body,
    });
    expect(shown).toBe("café");
  });
});

describe("a reply in another language or script than the question", () => {
  it("[R079] is turned into the question's script, quotations of the documents as they stand", async () => {
    const { answer } = await rig.ask(
      { pieces: ["公园每日早上六时开放，晚上十一时关闭 [1:3]。指引名为《公園管理指引 2023》[1:1]。"] },
      { question: "公園幾點開放？" },
    );
    expect(answer.text).toContain("公園每日早上六時開放，晚上十一時關閉");
    expect(answer.text).toContain("《公園管理指引 2023》");
    expect(answer.sentences[0]).toMatchObject({
      text: "公園每日早上六時開放，晚上十一時關閉。",
      verdict: "supported",
    });
    expect(answer.notice).toBeUndefined();
  });

  it("[R079] carries a notice where it is another language", async () => {
    const { answer } = await rig.ask(
      { pieces: ["公園每日早上六時開放，晚上十一時關閉 [1:3]。"] },
      { question: "When do the parks open and close?" },
    );
    expect(answer).toMatchObject({ mode: "model", language: "en", notice: "other_language" });
  });
});

const stream = { "content-type": "text/event-stream" };

function refusal(): string {
  return JSON.stringify({ choices: [{ index: 0, delta: { refusal: "I cannot help with that." } }] });
}
