import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AskEvent } from "../../server/api/types.ts";
import { describeProblem } from "../../server/http/problem.ts";
import type { AppParts } from "../../server/routes/parts.ts";
import { answer, answerEvents, asEvents, buildApp, deferred, post } from "./fake-parts.ts";

const delta = (text: string): AskEvent => ({ event: "delta", data: { text } });
const heartbeat = ": still here\n\n";

describe("the events of an answer", () => {
  it("are framed in order and end with the whole answer", async () => {
    const response = await stream();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    const text = await response.text();
    const { id, conversation } = JSON.parse(/^event: retrieved\ndata: (.*)$/m.exec(text)?.[1] ?? "");
    expect(text).toBe(
      `id: 1\nevent: retrieved\ndata: ${JSON.stringify({ passages: [], id, conversation })}\n\n` +
        `id: 2\nevent: delta\ndata: {"text":"Two\\nmetres. [1]"}\n\n` +
        `id: 3\nevent: done\ndata: ${JSON.stringify({ ...answer, id, conversation })}\n\n`,
    );
  });

  it("[R065] stay on one line each, whatever line marks the text holds", async () => {
    const text = "a\r\nb\rc\nd\u2028e\n\nevent: done\ndata: {}\n\n";
    const response = await stream({
      ask: async function* () {
        yield delta(text);
        yield* answerEvents();
      },
    });
    const [first] = (await response.text()).split("\n\n");
    expect(first?.split("\n")).toEqual(["id: 1", "event: delta", `data: ${JSON.stringify({ text })}`]);
  });

  it("stop at `done`", async () => {
    const response = await stream({
      ask: async function* () {
        yield* answerEvents();
        yield delta("too late");
      },
    });
    expect(await response.text()).not.toContain("too late");
  });

  it.each<[string, AppParts["ask"]]>([
    [
      "throws at once",
      () => {
        throw new Error("secret");
      },
    ],
    [
      "throws between two events",
      async function* () {
        yield delta("Two");
        throw new Error("secret");
      },
    ],
    [
      "throws something that is no error",
      async function* () {
        yield delta("Two");
        throw "secret";
      },
    ],
    [
      "ends without an answer",
      async function* () {
        yield delta("Two");
      },
    ],
  ])("[R066] end with our own error where the pipeline %s", async (_, ask) => {
    const { app, log } = buildApp({ ask });
    const text = await (await app.request("/api/ask", post({ question: "a" }, asEvents))).text();
    const last = text.trimEnd().split("\n\n").at(-1);
    expect(last).toContain('event: error\ndata: {"type":"/api/docs#answer_failed"');
    expect(text).not.toContain("secret");
    expect(log).toHaveLength(1);
  });

  it("[R066] end with the pipeline's own error, whatever would follow it", async () => {
    const { app } = buildApp({
      ask: async function* () {
        yield { event: "error", data: describeProblem("answer_stopped") };
        yield delta("more");
      },
    });
    const text = await (await app.request("/api/ask", post({ question: "a" }, asEvents))).text();
    expect(
      text
        .trimEnd()
        .split("\n\n")
        .map((frame) => /event: (\w+)/.exec(frame)?.[1])
        .filter(Boolean),
    ).toEqual(["error"]);
  });

  it("[R067] are taken from the pipeline only as fast as they are read", async () => {
    let taken = 0;
    const response = await stream({
      ask: async function* () {
        for (;;) {
          taken += 1;
          yield delta("more");
        }
      },
    });
    await settle();
    expect(taken).toBeLessThanOrEqual(2);
    await response.body?.cancel();
  });

  it("[R063] stop when the reader goes away, and the pipeline cleans up", async () => {
    const seen = { aborted: false, cleaned: false };
    const response = await stream({
      ask: async function* (_base, _request, signal) {
        signal.addEventListener("abort", () => {
          seen.aborted = true;
        });
        try {
          for (;;) yield delta("more");
        } finally {
          seen.cleaned = true;
        }
      },
    });
    const reader = response.body?.getReader();
    await reader?.read();
    expect(seen).toEqual({ aborted: false, cleaned: false });
    await reader?.cancel();
    await settle();
    expect(seen).toEqual({ aborted: true, cleaned: true });
  });

  it("[R063] stop with the request's signal, even for a pipeline that does not watch it", async () => {
    const client = new AbortController();
    const { app, log } = buildApp({ ask: () => silence() });
    const request = new Request("http://localhost/api/ask", {
      ...post({ question: "a" }, asEvents),
      signal: client.signal,
    });
    const text = (await app.request(request)).text();
    client.abort();
    expect(await text).toBe("");
    expect(log).toEqual([]);
  });

  it("[R070] end with `shutting_down` where the server is to stop, and stop the pipeline", async () => {
    const closing = new AbortController();
    let aborted = false;
    const response = await stream({
      closing: closing.signal,
      ask: async function* (_base, _request, signal) {
        signal.addEventListener("abort", () => {
          aborted = true;
        });
        yield delta("Two");
        yield* silence();
      },
    });
    const text = response.text();
    await settle();
    closing.abort();
    expect(await text).toMatch(
      /^id: 1\nevent: delta\n.*\n\nid: 2\nevent: error\ndata: .*"code":"shutting_down".*\n\n$/,
    );
    expect(aborted).toBe(true);
  });
});

describe("a silent answer", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("[R068] sends a comment every 15 s while the model is silent, and none after the end", async () => {
    const speak = deferred<void>();
    const response = await stream({
      ask: async function* () {
        await speak.promise;
        yield* answerEvents();
      },
    });
    const received: string[] = [];
    const reading = readInto(received, response);

    await vi.advanceTimersByTimeAsync(14_999);
    expect(received).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(received).toEqual([heartbeat]);
    await vi.advanceTimersByTimeAsync(45_000);
    expect(received).toEqual([heartbeat, heartbeat, heartbeat, heartbeat]);

    speak.resolve();
    await reading;
    expect(received).toHaveLength(7);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("[R067] is given up where nobody reads for 30 to 45 s", async () => {
    let aborted = false;
    const response = await stream({
      ask: async function* (_base, _request, signal) {
        signal.addEventListener("abort", () => {
          aborted = true;
        });
        for (;;) yield delta("more");
      },
    });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    await expect(response.text()).rejects.toThrow("The reader stopped reading");
  });

  it("[R067] goes on for a slow reader", async () => {
    let aborted = false;
    const response = await stream({
      ask: async function* (_base, _request, signal) {
        signal.addEventListener("abort", () => {
          aborted = true;
        });
        for (;;) yield delta("more");
      },
    });
    const reader = response.body?.getReader();
    for (let reads = 0; reads < 6; reads += 1) {
      await vi.advanceTimersByTimeAsync(20_000);
      await reader?.read();
    }
    expect(aborted).toBe(false);
    await reader?.cancel();
  });
});

async function stream(changes: Partial<AppParts> = {}): Promise<Response> {
  return await buildApp(changes).app.request("/api/ask", post({ question: "How high?" }, asEvents));
}

async function* silence(): AsyncGenerator<AskEvent> {
  await new Promise(() => {});
}

async function readInto(received: string[], response: Response): Promise<void> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    received.push(decoder.decode(next.value));
  }
}

/** Lets everything that is ready to run do so. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
