import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AskEvent, AskRequest, HistoryTurn } from "../../server/api/types.ts";
import {
  conversationListSchema,
  storedConversationSchema,
} from "../../server/routes/conversation-schemas.ts";
import { answer, answerEvents, asEvents, buildApp, post } from "./fake-parts.ts";
import { createReader, send, type TestReader } from "./reader.ts";

const titles = async (reader: TestReader, query = "") =>
  (await (await reader.request(`/api/conversations${query}`)).json()).conversations.map(
    ({ title }: { title: string }) => title,
  );

describe("a reader", () => {
  it("is known by a cookie that only this server can read, set with the first answer", async () => {
    const response = await buildApp().app.request("/api/ask", post({ question: "a" }));
    expect(response.headers.get("set-cookie")).toMatch(
      /^groundline_reader=[\w-]{22}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it.each([
    ["http://localhost", 0, undefined, false],
    ["https://localhost", 0, undefined, true],
    ["http://localhost", 0, "https", false],
    ["http://localhost", 1, "https", true],
    ["http://localhost", 1, "HTTPS", true],
    ["http://localhost", 1, "http", false],
    ["http://localhost", 1, "https, http", false],
    ["http://localhost", 1, "http, https", true],
    ["http://localhost", 2, "https, http", true],
    ["http://localhost", 2, "https", true],
    ["http://localhost", 1, undefined, false],
  ])(
    "who comes by %s, %i proxies and X-Forwarded-Proto %s has a cookie for TLS alone: %s",
    async (origin, proxyHops, proto, isSecure) => {
      const { app } = buildApp({ access: { rateLimit: 0, proxyHops, hosts: new Set() } });
      const headers = proto === undefined ? {} : { "x-forwarded-proto": proto };
      for (const response of [
        await app.request(`${origin}/`, { headers }),
        await app.request(`${origin}/api/ask`, post({ question: "a" }, headers)),
      ]) {
        const cookie = response.headers.get("set-cookie");
        expect(cookie).toContain("groundline_reader=");
        expect(/; Secure(?:;|$)/.test(cookie ?? "")).toBe(isSecure);
      }
    },
  );

  it("gets no second cookie, and a new one in place of one that no server gave", async () => {
    const { app } = buildApp();
    const asked = async (cookie: object) => {
      const { headers, ...request } = post({ question: "a" });
      return app.request("/api/ask", { ...request, headers: { ...headers, ...cookie } });
    };
    expect((await asked({ cookie: `groundline_reader=${"x".repeat(22)}` })).headers.has("set-cookie")).toBe(
      false,
    );
    expect((await asked({ cookie: "groundline_reader=me" })).headers.has("set-cookie")).toBe(true);
  });

  it("gets none for looking at the list, which is empty until something was asked", async () => {
    const response = await buildApp().app.request("/api/conversations");
    expect(response.headers.has("set-cookie")).toBe(false);
    expect(await response.json()).toEqual({ conversations: [], next: null });
  });

  it("gets the cookie with a stream too", async () => {
    const response = await buildApp().app.request("/api/ask", post({ question: "a" }, asEvents));
    expect(response.headers.has("set-cookie")).toBe(true);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
  });
});

describe("a conversation", () => {
  it("holds the whole answers of its turns, oldest first", async () => {
    const reader = createReader(buildApp().app);
    const first = await reader.ask("How high?");
    const second = await reader.ask("How wide?", { conversation: first.conversation });
    expect(second.conversation).toBe(first.conversation);

    const stored = await (await reader.request(`/api/conversations/${first.conversation}`)).json();
    expect(storedConversationSchema.parse(stored)).toEqual(stored);
    expect(stored).toMatchObject({ id: first.conversation, title: "How high?" });
    expect(stored.turns).toMatchObject([
      { id: first.id, question: "How high?", status: "answered", text: answer.text, answer: first },
      { id: second.id, question: "How wide?", answer: second, places: [], feedback: null },
    ]);
  });

  it.each([
    ["a\0b", "a\uFFFDb"],
    ["high \ud800", "high \uFFFD"],
    ["\u202Ehigh\u001b[31m", "\u202Ehigh\u001b[31m"],
    ["🧗‍♀️𠮷", "🧗‍♀️𠮷"],
  ])("[R052] keeps the question %j whole", async (question, kept) => {
    const reader = createReader(buildApp().app);
    const { conversation } = await reader.ask(question);
    const stored = await (await reader.request(`/api/conversations/${conversation}`)).json();
    expect([stored.title, stored.turns[0].question]).toEqual([kept, kept]);
  });

  it("lends its answered turns, without markers, to a question that brings no history of its own", async () => {
    const asked: (readonly HistoryTurn[] | undefined)[] = [];
    const { app } = buildApp({
      ask: async function* (_base, { question, history }: AskRequest): AsyncGenerator<AskEvent> {
        asked.push(history);
        if (question === "broken") throw new Error("broken");
        yield* answerEvents();
      },
    });
    const reader = createReader(app);
    const { conversation } = await reader.ask("How high?");
    await reader.ask("broken", { conversation });
    await reader.ask("How wide?", { conversation });
    await reader.ask("How long?", { conversation, history: [] });
    const turn = [
      { role: "user", content: "How high?" },
      { role: "assistant", content: "Two\nmetres." },
    ];
    expect(asked).toEqual([[], turn, turn, []]);
  });

  it("keeps an answer that its reader left as aborted, with what had been written", async () => {
    const { app } = buildApp({
      ask: async function* () {
        yield { event: "retrieved", data: { passages: [] } };
        yield { event: "delta", data: { text: "Two " } };
        yield { event: "delta", data: { text: "met" } };
        await new Promise(() => {});
      },
    });
    const reader = createReader(app);
    const body = (
      await reader.request("/api/ask", post({ question: "How high?" }, asEvents))
    ).body?.getReader();
    let text = "";
    while (!text.includes("met")) text += new TextDecoder().decode((await body?.read())?.value);
    await body?.cancel();
    await vi.waitFor(async () => expect(await titles(reader)).toEqual(["How high?"]));
    const { conversations } = await (await reader.request("/api/conversations")).json();
    const stored = await (await reader.request(`/api/conversations/${conversations[0].id}`)).json();
    expect(stored.turns).toMatchObject([
      { question: "How high?", status: "aborted", text: "Two met", answer: null },
    ]);
  });

  it("is not begun again by an answer that ends after it was deleted", async () => {
    let release = () => {};
    const { app } = buildApp({
      ask: async function* (_base, { question }) {
        if (question === "slow") await new Promise<void>((resolve) => (release = resolve));
        yield* answerEvents();
      },
    });
    const reader = createReader(app);
    const { conversation } = await reader.ask("How high?");
    const slow = reader.ask("slow", { conversation });
    await vi.waitUntil(() => String(release) !== "() => {}");
    expect((await reader.request(`/api/conversations/${conversation}`, { method: "DELETE" })).status).toBe(
      204,
    );
    release();
    expect((await slow).conversation).toBe(conversation);
    expect(await titles(reader)).toEqual([]);
  });

  it("has a turn asked again in the place of the one it replaces, but keeps one that was rated", async () => {
    const reader = createReader(buildApp().app);
    const first = await reader.ask("How high?");
    const { conversation } = first;
    const last = await reader.ask("How wide?", { conversation });
    const edited = await reader.ask("How tall?", { conversation, replaces: first.id });
    const ids = async () =>
      (await (await reader.request(`/api/conversations/${conversation}`)).json()).turns.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids()).toEqual([edited.id, last.id]);

    await reader.request(`/api/answers/${last.id}/feedback`, send("PUT", { rating: "down" }));
    const again = await reader.ask("How broad?", { conversation, replaces: last.id });
    expect(await ids()).toEqual([edited.id, last.id, again.id]);
  });

  it("[R053] loses no turn to an answer of another conversation or another reader", async () => {
    const { app } = buildApp();
    const [reader, other] = [createReader(app), createReader(app)];
    const kept = await reader.ask("How high?");
    await reader.ask("How wide?", { replaces: kept.id });
    await other.ask("How deep?", { replaces: kept.id });
    const stored = await reader.request(`/api/conversations/${kept.conversation}`);
    expect((await stored.json()).turns).toMatchObject([{ id: kept.id }]);
  });

  it("takes another title, and its deletion takes turns and feedback with it", async () => {
    const reader = createReader(buildApp().app);
    const { id, conversation } = await reader.ask("How high?");
    const path = `/api/conversations/${conversation}`;
    const renamed = await reader.request(path, send("PATCH", { title: " Heights " }));
    expect(await renamed.json()).toMatchObject({ id: conversation, title: "Heights" });
    expect(await titles(reader, "?query=heights")).toEqual(["Heights"]);

    await reader.request(`/api/answers/${id}/feedback`, send("PUT", { rating: "up" }));
    expect((await reader.request(path, { method: "DELETE" })).status).toBe(204);
    expect((await reader.request(path)).status).toBe(404);
    expect((await reader.request(path, { method: "DELETE" })).status).toBe(404);
    expect((await reader.request(`/api/answers/${id}/feedback`, send("PUT", { rating: "up" }))).status).toBe(
      404,
    );
  });

  it("is restored with its turns and their feedback when its deletion is taken back", async () => {
    const reader = createReader(buildApp({ keeperPages: true }).app);
    const { id, conversation } = await reader.ask("How high?");
    const path = `/api/conversations/${conversation}`;
    await reader.request(`/api/answers/${id}/feedback`, send("PUT", { rating: "down" }));
    const before = await (await reader.request(path)).json();
    const counts = async () => (await (await reader.request("/api/feedback")).json()).counts;

    await reader.request(path, { method: "DELETE" });
    expect(await titles(reader)).toEqual([]);
    expect(await counts()).toMatchObject({ down: 0 });
    for (let times = 0; times < 2; times++) {
      const restored = await reader.request(`${path}/restore`, { method: "POST" });
      expect(await restored.json()).toMatchObject({ id: conversation, title: "How high?" });
    }
    expect(await (await reader.request(path)).json()).toEqual(before);
    expect(await counts()).toMatchObject({ down: 1 });
  });

  it("keeps which documents were asked, and that a question was edited", async () => {
    const reader = createReader(buildApp().app);
    const documents = ["a/b.txt"];
    const { id, conversation } = await reader.ask("How high?", { documents });
    const turns = async () =>
      (await (await reader.request(`/api/conversations/${conversation}`)).json()).turns;
    expect(await turns()).toMatchObject([{ documents, isEdited: false }]);
    const again = await reader.ask("How high?", { conversation, replaces: id });
    expect(await turns()).toMatchObject([{ documents: [], isEdited: false }]);
    const edited = await reader.ask("How tall?", { conversation, replaces: again.id });
    expect(await turns()).toMatchObject([{ isEdited: true }]);
    await reader.ask("How tall?", { conversation, replaces: edited.id });
    expect(await turns()).toMatchObject([{ isEdited: true }]);
  });
});

describe("GET /api/conversations", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  /** One conversation a second, named by its first question. */
  async function askAll(reader: TestReader, questions: readonly string[]): Promise<string[]> {
    const ids = [];
    for (const [second, question] of questions.entries()) {
      vi.setSystemTime(1_700_000_000_000 + second * 1000);
      ids.push((await reader.ask(question)).conversation);
    }
    return ids;
  }

  it("lists the one used last first, in parts", async () => {
    const reader = createReader(buildApp().app);
    const [first] = await askAll(reader, ["one", "two", "three", "four", "five"]);
    vi.setSystemTime(1_700_000_060_000);
    await reader.ask("again", { conversation: first });

    const seen: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const page: { conversations: { title: string }[]; next: string | null } = await (
        await reader.request(`/api/conversations?limit=2${next && `&before=${next}`}`)
      ).json();
      expect(conversationListSchema.parse(page)).toEqual(page);
      seen.push(...page.conversations.map(({ title }) => title));
      next = page.next;
    }
    expect(seen).toEqual(["one", "five", "four", "three", "two"]);
  });

  it.each([
    ["高度", ["高度是多少？"]],
    ["METRES", ["How wide?", "高度是多少？"]],
    ["wide metres", ["How wide?"]],
    ["wide 高度", []],
    ["%", []],
    ["  ", ["How wide?", "高度是多少？"]],
  ])("finds by every word of '%s' in titles and turns", async (query, found) => {
    const reader = createReader(buildApp().app);
    await askAll(reader, ["高度是多少？", "How wide?"]);
    expect(await titles(reader, `?query=${encodeURIComponent(query)}`)).toEqual(found);
  });

  it("finds either Chinese script with the other", async () => {
    const reader = createReader(buildApp().app);
    await askAll(reader, ["創新科技政策"]);
    expect(await titles(reader, `?query=${encodeURIComponent("创新科技")}`)).toEqual(["創新科技政策"]);
  });

  it.each(["limit=0", "limit=101", "limit=1e3", "limit=2&limit=3", "before=x", "before=1.", "page=2"])(
    "[R050] refuses %s",
    async (query) => {
      const response = await buildApp().app.request(`/api/conversations?${query}`);
      expect(await response.json()).toMatchObject({ status: 400, code: "request_invalid" });
    },
  );
});

describe("PUT /api/answers/{id}/feedback", () => {
  it("keeps the last rating, once, and takes it back", async () => {
    const reader = createReader(buildApp().app);
    const { id, conversation } = await reader.ask("How high?");
    const path = `/api/answers/${id}/feedback`;
    const kept = async () =>
      (await (await reader.request(`/api/conversations/${conversation}`)).json()).turns[0].feedback;

    const down = { rating: "down", reason: "wrong year" };
    expect(await (await reader.request(path, send("PUT", down))).json()).toEqual(down);
    expect(await kept()).toEqual(down);
    for (let times = 0; times < 2; times++) await reader.request(path, send("PUT", { rating: "up" }));
    expect(await kept()).toEqual({ rating: "up", reason: null });
    for (let times = 0; times < 2; times++) {
      expect((await reader.request(path, { method: "DELETE" })).status).toBe(204);
    }
    expect(await kept()).toBeNull();
  });
});
