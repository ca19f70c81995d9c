import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AskEvent } from "../../server/api/types.ts";
import { LiveAnswers } from "../../server/conversations/live-answers.ts";
import { answer, asEvents, buildApp, post } from "../server/fake-parts.ts";
import { createReader, type TestReader } from "../server/reader.ts";

const words = ["Two ", "metres ", "and ", "a ", "half."];
const keyed = { ...asEvents, "idempotency-key": "0123456789abcdef" };

/** A pipeline that says one word at a time, each when the test lets it. */
function createPipeline() {
  const seen = { calls: 0, aborted: 0 };
  let allowed = 0;
  let wake = () => {};
  return {
    seen,
    speak: (count: number) => {
      allowed += count;
      wake();
    },
    ask: async function* (_base: unknown, _request: unknown, signal: AbortSignal): AsyncGenerator<AskEvent> {
      seen.calls += 1;
      signal.addEventListener("abort", () => {
        if (!hasSpoken) seen.aborted += 1;
      });
      let hasSpoken = false;
      yield { event: "retrieved", data: { passages: [] } };
      for (const [index, text] of words.entries()) {
        while (allowed <= index) await new Promise<void>((resolve) => (wake = resolve));
        yield { event: "delta", data: { text } };
      }
      hasSpoken = true;
      yield { event: "done", data: { ...answer, text: words.join("") } };
    },
  };
}

interface Received {
  readonly id: number;
  readonly event: string;
  readonly data: { readonly id?: string; readonly text?: string; readonly code?: string };
}

function parse(text: string): Received[] {
  return text
    .split("\n\n")
    .filter((frame) => frame.startsWith("id: "))
    .map((frame) => {
      const [, id, event, data] = /^id: (\d+)\nevent: (\w+)\ndata: (.*)$/.exec(frame) ?? [];
      return { id: Number(id), event: event ?? "", data: JSON.parse(data ?? "") };
    });
}

/** The events as far as the given number of them; then the connection is cut. */
async function readThenCut(response: Response, count: number): Promise<Received[]> {
  const reader = response.body?.getReader();
  let text = "";
  while (parse(text).length < count) text += new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  return parse(text);
}

const askKeyed = (reader: TestReader, question = "How high?", headers: object = keyed) =>
  reader.request("/api/ask", post({ question }, { ...headers }));

const resume = (reader: TestReader, { data }: { data: { id?: string } }, last: number) =>
  reader.request(`/api/answers/${data.id}/events`, { headers: { "last-event-id": String(last) } });

const storedTurn = async (reader: TestReader) => {
  const { conversations } = await (await reader.request("/api/conversations")).json();
  if (conversations.length === 0) return undefined;
  return (await (await reader.request(`/api/conversations/${conversations[0].id}`)).json()).turns[0];
};

/** Somebody whom the server knows already, as after any first look at the page. */
async function knownReader(app: Parameters<typeof createReader>[0]): Promise<TestReader> {
  const reader = createReader(app);
  await reader.request("/");
  return reader;
}

describe("an answer asked for with an Idempotency-Key", () => {
  it.each([1, 2, 4, 6])(
    "[R064] goes on after a cut behind event %i, brings the rest exactly once, and calls the model once",
    async (cutAfter) => {
      const pipeline = createPipeline();
      const reader = await knownReader(buildApp(pipeline).app);
      pipeline.speak(cutAfter - 1);
      const before = await readThenCut(await askKeyed(reader), cutAfter);
      const [first] = before;
      if (first === undefined) throw new Error("expected an event");
      const resumed = await resume(reader, first, cutAfter);
      pipeline.speak(words.length);
      const all = [...before, ...parse(await resumed.text())];
      expect(all.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(all.map(({ event }) => event)).toEqual(["retrieved", ...words.map(() => "delta"), "done"]);
      expect(all.map(({ data }) => data.text ?? "").slice(1, -1)).toEqual(words);
      expect(pipeline.seen).toEqual({ calls: 1, aborted: 0 });
    },
  );

  it("[R064] is finished without its reader and can be followed from its beginning", async () => {
    const pipeline = createPipeline();
    const reader = await knownReader(buildApp(pipeline).app);
    const [first] = await readThenCut(await askKeyed(reader), 1);
    if (first === undefined) throw new Error("expected an event");
    pipeline.speak(words.length);
    await vi.waitFor(async () => expect(await storedTurn(reader)).toMatchObject({ status: "answered" }));
    expect(parse(await (await resume(reader, first, 0)).text()).map(({ id }) => id)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
    expect((await resume(reader, first, 7)).status).toBe(204);
  });

  it("[R070] is waited for before the server ends, though its reader is gone, and stored", async () => {
    const pipeline = createPipeline();
    const answers = new LiveAnswers();
    const reader = await knownReader(buildApp({ ...pipeline, answers }).app);
    await readThenCut(await askKeyed(reader), 1);
    let isOver = false;
    const ended = answers.untilNone().then(() => {
      isOver = true;
    });
    pipeline.speak(2);
    await vi.waitFor(() => expect(pipeline.seen.calls).toBe(1));
    expect(isOver).toBe(false);
    pipeline.speak(words.length);
    await ended;
    expect(await storedTurn(reader)).toMatchObject({ status: "answered", text: words.join("") });
  });

  it("[R070] is stored as far as it came where the server cannot wait", async () => {
    const pipeline = createPipeline();
    const answers = new LiveAnswers();
    const closing = new AbortController();
    const reader = await knownReader(buildApp({ ...pipeline, answers, closing: closing.signal }).app);
    pipeline.speak(2);
    await readThenCut(await askKeyed(reader), 3);
    closing.abort();
    await answers.untilNone();
    expect(await storedTurn(reader)).toMatchObject({ status: "failed", text: "Two metres " });
  });

  it("[R064] is the same answer when the whole request is sent again", async () => {
    const pipeline = createPipeline();
    const reader = await knownReader(buildApp(pipeline).app);
    await readThenCut(await askKeyed(reader), 1);
    const again = await askKeyed(reader, "How high?", { ...keyed, "last-event-id": "1" });
    pipeline.speak(words.length);
    expect(parse(await again.text()).map(({ id }) => id)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(pipeline.seen.calls).toBe(1);
  });

  it("[R069] costs one model call for two sends at once, as a stream and as JSON", async () => {
    const pipeline = createPipeline();
    const reader = await knownReader(buildApp(pipeline).app);
    const sends = [
      askKeyed(reader),
      askKeyed(reader),
      askKeyed(reader, "How high?", { "idempotency-key": "0123456789abcdef" }),
    ];
    const bodies = Promise.all(sends.map(async (sent) => (await sent).text()));
    pipeline.speak(words.length);
    const [first = "", second, third = ""] = await bodies;
    expect(second).toBe(first);
    expect(JSON.parse(third)).toEqual(parse(first).at(-1)?.data);
    expect(pipeline.seen.calls).toBe(1);
  });

  it("[R069] is not another reader's, nor another question's", async () => {
    const pipeline = createPipeline();
    const { app } = buildApp(pipeline);
    const [one, other] = [await knownReader(app), await knownReader(app)];
    pipeline.speak(words.length);
    const answers = [await (await askKeyed(one)).text(), await (await askKeyed(other)).text()];
    expect(parse(answers[0] ?? "")[0]?.data.id).not.toBe(parse(answers[1] ?? "")[0]?.data.id);
    const reused = await askKeyed(one, "How wide?");
    expect(await reused.json()).toMatchObject({ status: 422, code: "idempotency_key_reused" });
    expect(pipeline.seen.calls).toBe(2);
  });

  it.each(["short", "x".repeat(129), "with blank s"])("[R050] refuses the key '%s'", async (key) => {
    const response = await buildApp().app.request(
      "/api/ask",
      post({ question: "a" }, { "idempotency-key": key }),
    );
    expect(await response.json()).toMatchObject({ status: 400, code: "request_invalid" });
  });

  it.each(["-1", "1e3", "x", "9".repeat(10)])("[R050] refuses the last event '%s'", async (last) => {
    const reader = createReader(buildApp().app);
    const { id } = await reader.ask("How high?");
    expect((await resume(reader, { data: { id } }, last as never)).status).toBe(400);
  });
});

describe("an answer that is stopped", () => {
  it("[R069] [R063] ends for everybody who follows it, stops the model, and is stored as far as it came", async () => {
    const pipeline = createPipeline();
    const reader = await knownReader(buildApp(pipeline).app);
    pipeline.speak(2);
    const asked = await askKeyed(reader);
    const again = await askKeyed(reader);
    const [first] = await readThenCut(await askKeyed(reader), 3);
    const stop = () => reader.request(`/api/answers/${first?.data.id}/stop`, post({}));
    expect((await stop()).status).toBe(204);
    for (const response of [asked, again]) {
      const last = parse(await response.text()).at(-1);
      expect(last).toMatchObject({ id: 4, event: "error", data: { code: "answer_stopped" } });
    }
    expect(pipeline.seen.aborted).toBe(1);
    expect(await storedTurn(reader)).toMatchObject({ status: "aborted", text: "Two metres " });
    expect((await stop()).status).toBe(204);
  });

  it("[R057] is not stopped by a form that another site sends", async () => {
    const pipeline = createPipeline();
    const reader = await knownReader(buildApp(pipeline).app);
    const [first] = await readThenCut(await askKeyed(reader), 1);
    const path = `/api/answers/${first?.data.id}/stop`;
    const form = { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" };
    expect((await reader.request(path, form)).status).toBe(415);
    expect((await reader.request(path, { method: "POST" })).status).toBe(415);
    expect(pipeline.seen.aborted).toBe(0);
    await reader.request(path, post({}));
  });

  it("[R063] is stopped with its connection where no key came with it, and says so to one who comes back", async () => {
    const pipeline = createPipeline();
    const reader = await knownReader(buildApp(pipeline).app);
    pipeline.speak(1);
    const response = await reader.request("/api/ask", post({ question: "How high?" }, asEvents));
    const [first] = await readThenCut(response, 2);
    if (first === undefined) throw new Error("expected an event");
    expect(pipeline.seen).toEqual({ calls: 1, aborted: 1 });
    await vi.waitFor(async () => expect(await storedTurn(reader)).toMatchObject({ status: "aborted" }));
    const text = await (await resume(reader, first, 2)).text();
    expect(text).toMatch(/^event: error\ndata: .*"code":"answer_stopped"/);
  });
});

describe("time", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("[R063] stops a keyed answer whose reader is gone for 15 s, and not before", async () => {
    const pipeline = createPipeline();
    const reader = await knownReader(buildApp(pipeline).app);
    const [first] = await readThenCut(await askKeyed(reader), 1);
    if (first === undefined) throw new Error("expected an event");
    await vi.advanceTimersByTimeAsync(14_000);
    const back = await resume(reader, first, 1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(pipeline.seen.aborted).toBe(0);
    await back.body?.cancel();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(pipeline.seen.aborted).toBe(1);
    expect(await storedTurn(reader)).toMatchObject({ status: "aborted" });
  });

  it("[R064] gives the finished message to one who comes back much later, and keeps nothing in memory", async () => {
    const pipeline = createPipeline();
    const reader = await knownReader(buildApp(pipeline).app);
    pipeline.speak(words.length);
    const whole = parse(await (await askKeyed(reader)).text());
    const last = whole.at(-1);
    if (last === undefined) throw new Error("expected an event");
    await vi.advanceTimersByTimeAsync(120_000);
    expect(vi.getTimerCount()).toBe(0);
    const text = await (await resume(reader, last, 3)).text();
    expect(text).toBe(`event: done\ndata: ${JSON.stringify(last.data)}\n\n`);
  });
});
