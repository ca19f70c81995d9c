import { describe, expect, it } from "vitest";
import type { FeedbackList } from "../../server/api/conversations.ts";
import type { Answer, AskEvent, AskRequest } from "../../server/api/types.ts";
import { feedbackListSchema } from "../../server/routes/conversation-schemas.ts";
import { answer, buildApp } from "./fake-parts.ts";
import { createReader, send, type TestReader } from "./reader.ts";

const closest = {
  document: "a/b.txt",
  title: "A",
  headings: [],
  startLine: 1,
  endLine: 2,
  text: "x",
  score: 0.5,
};

/** Questions that begin with "no" are not answered, nor are greetings, which are not looked up either. */
async function* answerAsAsked(_: unknown, { question }: AskRequest): AsyncGenerator<AskEvent> {
  const isLookedUp = question.startsWith("no");
  const status = isLookedUp || question === "hello" ? "not_found" : "answered";
  const given: Answer = { ...answer, question, status, closest: isLookedUp ? [closest] : [] };
  yield { event: "done", data: given };
}

function open(keeperPages = true) {
  const { app } = buildApp({ ask: answerAsAsked, keeperPages });
  const list = async (query = ""): Promise<FeedbackList> => {
    const body = await (await app.request(`/api/feedback${query}`)).json();
    expect(feedbackListSchema.parse(body)).toEqual(body);
    return body;
  };
  return { app, list };
}

const rate = (reader: TestReader, id: string, feedback: object) =>
  reader.request(`/api/answers/${id}/feedback`, send("PUT", feedback));

const questions = ({ items }: FeedbackList) => items.map((item) => item.answer.question);

describe("GET /api/feedback", () => {
  it("shows nothing to anybody unless it is switched on", async () => {
    const response = await open(false).app.request("/api/feedback");
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "keeper_pages_off" });
  });

  it("lists the rated answers of all readers with their reasons, and not who they are", async () => {
    const { app, list } = open();
    const [one, other] = [createReader(app), createReader(app)];
    await rate(one, (await one.ask("How high?")).id, { rating: "down", reason: "Too short." });
    await rate(other, (await other.ask("How wide?")).id, { rating: "up" });
    await one.ask("How long?");

    const down = await list();
    expect(down.items).toMatchObject([
      {
        answer: { question: "How high?", text: answer.text },
        feedback: { rating: "down", reason: "Too short." },
      },
    ]);
    expect(Object.keys(down.items[0] ?? {}).sort()).toEqual(["answer", "askedAt", "feedback", "history"]);
    expect(questions(await list("?kind=up"))).toEqual(["How wide?"]);
    expect(down.counts).toEqual({ down: 1, up: 1, unanswered: 0 });
  });

  it("lists questions that the documents did not answer, and no small talk", async () => {
    const { app, list } = open();
    const reader = createReader(app);
    for (const question of ["no 1", "hello", "How high?"]) await reader.ask(question);
    await rate(reader, (await reader.ask("no 2")).id, { rating: "down" });
    const unanswered = await list("?kind=unanswered");
    expect(questions(unanswered).sort()).toEqual(["no 1", "no 2"]);
    expect(unanswered.counts).toEqual({ down: 1, up: 0, unanswered: 2 });
  });

  it("gives the turns that a question may lean on", async () => {
    const { app, list } = open();
    const reader = createReader(app);
    const { conversation } = await reader.ask("How high?");
    await reader.ask("no more?", { conversation });
    await reader.ask("Later?", { conversation });
    expect((await list("?kind=unanswered")).items[0]?.history).toEqual([
      { role: "user", content: "How high?" },
      { role: "assistant", content: "Two\nmetres." },
    ]);
  });

  it("goes on where the part before ended, each answer once", async () => {
    const { app, list } = open();
    const reader = createReader(app);
    for (let number = 1; number <= 5; number++) await reader.ask(`no ${number}`);
    const seen: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const part: FeedbackList = await list(`?kind=unanswered&limit=2${next && `&before=${next}`}`);
      expect(part.items.length).toBeLessThanOrEqual(2);
      seen.push(...questions(part));
      next = part.next;
    }
    expect(seen.toSorted()).toEqual(["no 1", "no 2", "no 3", "no 4", "no 5"]);
  });

  it("forgets what is taken back or deleted", async () => {
    const { app, list } = open();
    const reader = createReader(app);
    const rated = await reader.ask("How high?");
    const { conversation } = await reader.ask("no 1");
    await rate(reader, rated.id, { rating: "down" });
    await reader.request(`/api/answers/${rated.id}/feedback`, { method: "DELETE" });
    await reader.request(`/api/conversations/${conversation}`, { method: "DELETE" });
    expect((await list()).counts).toEqual({ down: 0, up: 0, unanswered: 0 });
  });

  it.each(["?kind=all", "?kind=up&kind=down", "?limit=0", "?limit=101", "?before=x", "?page=2"])(
    "refuses %s",
    async (query) => {
      const response = await open().app.request(`/api/feedback${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "request_invalid" });
    },
  );
});
