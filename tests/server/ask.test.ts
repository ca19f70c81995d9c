import { describe, expect, it } from "vitest";
import type { AskEvent, AskRequest } from "../../server/api/types.ts";
import { answer, answerEvents, asEvents, buildApp, deferred, post } from "./fake-parts.ts";

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

describe("POST /api/ask", () => {
  it.each([
    ["application/json", "application/json"],
    ["*/*", "application/json"],
    ["text/html", "application/json"],
    ["application/json, text/event-stream;q=0.5", "application/json"],
    ["text/event-stream", "text/event-stream"],
    ["text/event-stream, application/json;q=0.5", "text/event-stream"],
  ])("answers Accept: %s with %s", async (accept, mediaType) => {
    const response = await buildApp().app.request("/api/ask", post({ question: "How high?" }, { accept }));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(mediaType);
  });

  it("answers in JSON where nothing was asked for", async () => {
    const response = await buildApp().app.request("/api/ask", post({ question: "How high?" }));
    const ids = { id: expect.stringMatching(uuid), conversation: expect.stringMatching(uuid) };
    expect(await response.json()).toEqual({ ...answer, ...ids });
  });

  it("hands the pipeline the trimmed question with everything that came with it", async () => {
    const asked: AskRequest[] = [];
    const { app } = buildApp({
      ask: (_, request) => {
        asked.push(request);
        return answerEvents();
      },
    });
    const request = {
      question: "How high?",
      history: [{ role: "assistant", content: "" }],
      documents: ["空 白.txt"],
    };
    await app.request("/api/ask", post({ ...request, question: " How high?\n" }));
    expect(asked).toEqual([{ ...request, conversation: expect.stringMatching(uuid) }]);
  });

  it.each<[string, AskEvent[]]>([
    ["fails", []],
    ["ends without an answer", [{ event: "delta", data: { text: "Two" } }]],
  ])("answers with a problem where the answer %s", async (_, events) => {
    const { app, log } = buildApp({
      ask: async function* () {
        yield* events;
        if (events.length === 0) throw new Error("secret");
      },
    });
    const response = await app.request("/api/ask", post({ question: "How high?" }));
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ code: "answer_failed" });
    expect(body).not.toContain("secret");
    expect(log.join()).toMatch(/secret|ended without/);
  });

  it("passes on the pipeline's own error", async () => {
    const problem = {
      type: "/api/docs#model_busy",
      title: "Ask again later.",
      status: 503,
      code: "model_busy",
    };
    const { app } = buildApp({
      ask: async function* () {
        yield { event: "error", data: problem };
      },
    });
    const response = await app.request("/api/ask", post({ question: "How high?" }));
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual(problem);
  });

  it("[R063] stops the pipeline when the client leaves before the answer", async () => {
    const client = new AbortController();
    const started = deferred<AbortSignal>();
    const { app, log } = buildApp({
      ask: async function* (_base, _request, signal) {
        started.resolve(signal);
        await new Promise((_, reject) =>
          signal.addEventListener("abort", () => reject(new Error("stopped"))),
        );
        yield* answerEvents();
      },
    });
    const request = new Request("http://localhost/api/ask", {
      ...post({ question: "a" }),
      signal: client.signal,
    });
    const response = app.request(request);
    const signal = await started.promise;
    expect(signal.aborted).toBe(false);
    client.abort();
    expect((await response).status).toBe(499);
    expect(signal.aborted).toBe(true);
    expect(log).toEqual([]);
  });

  it("[R045] says what is missing where there is no index", async () => {
    const { app } = buildApp({
      knowledge: () => ({ base: null, reason: "ingesting", message: "Being read." }),
    });
    for (const [path, init] of [
      ["/api/ask", post({ question: "a" })],
      ["/api/ask", post({ question: "a" }, asEvents)],
      ["/api/search", post({ query: "a" })],
      ["/api/documents", {}],
      ["/api/documents/a/b.txt", {}],
    ] as const) {
      const response = await app.request(path, init);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ code: "not_ready", detail: "Being read." });
    }
  });

  it("[R070] refuses new questions once the server is to stop", async () => {
    const { app } = buildApp({ closing: AbortSignal.abort() });
    const response = await app.request("/api/ask", post({ question: "a" }, asEvents));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: "shutting_down" });
  });
});
