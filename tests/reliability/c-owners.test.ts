import { describe, expect, it } from "vitest";
import type { AskEvent } from "../../server/api/types.ts";
import { answerEvents, asEvents, buildApp, post } from "../server/fake-parts.ts";
import { createReader, send } from "../server/reader.ts";

interface Ids {
  readonly conversation: string;
  readonly answer: string;
  readonly live: string;
}

/** Every route with an id in it, what its owner gets, and what everybody else is told. */
const routes: [string, (ids: Ids) => [string, RequestInit?], number, string][] = [
  ["read", ({ conversation }) => [`/api/conversations/${conversation}`], 200, "conversation_unknown"],
  [
    "rename",
    ({ conversation }) => [`/api/conversations/${conversation}`, send("PATCH", { title: "x" })],
    200,
    "conversation_unknown",
  ],
  [
    "continue",
    ({ conversation }) => ["/api/ask", post({ question: "a", conversation })],
    200,
    "conversation_unknown",
  ],
  [
    "continue as a stream",
    ({ conversation }) => ["/api/ask", post({ question: "a", conversation }, asEvents)],
    200,
    "conversation_unknown",
  ],
  ["follow a finished answer", ({ answer }) => [`/api/answers/${answer}/events`], 200, "answer_unknown"],
  ["follow a live answer", ({ live }) => [`/api/answers/${live}/events`], 200, "answer_unknown"],
  [
    "stop a finished answer",
    ({ answer }) => [`/api/answers/${answer}/stop`, post({})],
    204,
    "answer_unknown",
  ],
  ["stop a live answer", ({ live }) => [`/api/answers/${live}/stop`, post({})], 204, "answer_unknown"],
  [
    "rate",
    ({ answer }) => [`/api/answers/${answer}/feedback`, send("PUT", { rating: "up" })],
    200,
    "answer_unknown",
  ],
  [
    "take a rating back",
    ({ answer }) => [`/api/answers/${answer}/feedback`, { method: "DELETE" }],
    204,
    "answer_unknown",
  ],
  [
    "restore",
    ({ conversation }) => [`/api/conversations/${conversation}/restore`, post({})],
    200,
    "conversation_unknown",
  ],
  [
    "delete",
    ({ conversation }) => [`/api/conversations/${conversation}`, { method: "DELETE" }],
    204,
    "conversation_unknown",
  ],
];

describe("what belongs to a reader", () => {
  async function prepare() {
    let isHeld = false;
    const { app } = buildApp({
      ask: async function* (): AsyncGenerator<AskEvent> {
        yield { event: "retrieved", data: { passages: [] } };
        if (isHeld) await new Promise(() => {});
        yield* answerEvents();
      },
    });
    const [owner, other, anonymous] = [createReader(app), createReader(app), createReader(app)];
    await other.ask("Another reader's question");
    const { id: answer, conversation } = await owner.ask("How high?");
    isHeld = true;
    const key = { ...asEvents, "idempotency-key": "0123456789abcdef" };
    const stream = (await owner.request("/api/ask", post({ question: "held" }, key))).body?.getReader();
    const begun = new TextDecoder().decode((await stream?.read())?.value);
    const live = /"id":"([^"]+)"/.exec(begun)?.[1] ?? "";
    isHeld = false;
    return { app, owner, other, anonymous, ids: { conversation, answer, live } };
  }

  it.each(routes)("[R053] to %s is the owner's alone", async (_, route, status, code) => {
    const { app, owner, other, anonymous, ids } = await prepare();
    const [path, init] = route(ids);
    for (const stranger of [other, anonymous]) {
      const response = await stranger.request(path, init);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code });
    }
    const made = { ...init, headers: { ...init?.headers, cookie: "groundline_reader=*" } };
    expect((await app.request(path, made)).status).toBe(404);

    const never = route({ conversation: "never", answer: "never", live: "never" });
    expect((await owner.request(...never)).status).toBe(404);
    const response = await owner.request(path, init);
    expect(response.status).toBe(status);
    await response.body?.cancel();
  });

  it("[R053] is as it was after strangers tried everything, and is in no list of theirs", async () => {
    const { owner, other, anonymous, ids } = await prepare();
    const read = async () => (await owner.request(`/api/conversations/${ids.conversation}`)).json();
    const before = await read();
    for (const [, route] of routes) {
      for (const stranger of [other, anonymous]) await stranger.request(...route(ids));
    }
    expect(await read()).toEqual(before);
    for (const stranger of [other, anonymous]) {
      const { conversations } = await (await stranger.request("/api/conversations?query=high")).json();
      expect(conversations).toEqual([]);
    }
    await owner.request(`/api/answers/${ids.live}/stop`, post({}));
  });
});
