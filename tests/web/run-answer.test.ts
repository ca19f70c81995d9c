import { afterEach, expect, test, vi } from "vitest";
import { runAnswer } from "../../web/src/chat/run-answer.ts";
import { deferred } from "../server/fake-parts.ts";

afterEach(() => vi.unstubAllGlobals());

const frame = (event: string, data: unknown) =>
  new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

test("tells the server once that an answer is stopped, however many events are still on their way", async () => {
  const told: string[] = [];
  let answer: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      answer = controller;
    },
  });
  const stopped = deferred<Response>();
  vi.stubGlobal("fetch", (path: string, { signal }: RequestInit) => {
    if (path !== "/api/ask") {
      told.push(path);
      return stopped.promise;
    }
    signal?.addEventListener("abort", () => answer?.error(signal.reason));
    return Promise.resolve(new Response(body));
  });
  const seen: string[] = [];
  const turn = { id: 1, key: "key", question: "a", documents: [], askedAt: new Date(0), isEdited: false };
  const ended = new Promise<void>((resolve) => {
    const running = runAnswer(
      turn,
      { question: "a" },
      (change) => {
        if (change.type !== "event-received") return;
        seen.push(change.event.event);
        if (seen.length === 2) running.stop();
        if (seen.length === 5) stopped.resolve(new Response(null, { status: 204 }));
      },
      resolve,
    );
  });
  answer?.enqueue(frame("retrieved", { passages: [], id: "one" }));
  for (const text of ["a", "b", "c", "d"]) answer?.enqueue(frame("delta", { text }));
  await ended;
  expect(seen).toEqual(["retrieved", "delta", "delta", "delta", "delta"]);
  expect(told).toEqual(["/api/answers/one/stop"]);
});
