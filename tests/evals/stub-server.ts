import { Hono } from "hono";
import type { Answer, PassageResult } from "../../server/api/types.ts";

export interface StubReply {
  readonly passages: readonly PassageResult[];
  readonly answer: Answer;
}

/** Speaks the API for one document, `a.txt`, whose line n reads `第n行`; it has 20 lines. */
export function createStubServer(replyTo: (question: string) => StubReply | null): Hono {
  const app = new Hono();
  app.get("/readyz", (c) =>
    c.json({
      ready: true,
      reason: "ok",
      message: "",
      documents: 1,
      passages: 2,
      generation: "g1",
      model: null,
    }),
  );
  app.post("/api/search", async (c) => {
    const reply = replyTo((await c.req.json()).query);
    if (reply === null) return c.json({ title: "Ask again later.", code: "busy" }, 503);
    return c.json({ language: "en", passages: reply.passages });
  });
  app.post("/api/ask", async (c) => {
    const reply = replyTo((await c.req.json()).question);
    const end = reply === null ? { event: "error", data: { title: "Ask again later.", code: "busy" } } : null;
    const events = [
      { event: "retrieved", data: { passages: reply?.passages ?? [] } },
      { event: "delta", data: { text: "…" } },
      end ?? { event: "done", data: reply?.answer },
    ];
    const stream = events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    return c.body(`: awake\n\n${stream.join("")}`, 200, { "content-type": "text/event-stream" });
  });
  app.get("/api/documents/:id", (c) => {
    if (c.req.param("id") !== "a.txt")
      return c.json({ title: "No such document.", code: "document_unknown" }, 404);
    const from = Number(c.req.query("from"));
    const to = Math.min(20, Number(c.req.query("to")));
    const lines = [];
    for (let number = from; number <= to; number++) lines.push({ number, text: `第${number}行`, page: null });
    return c.json({ id: "a.txt", title: "A", language: "zh-Hant", lineCount: 20, lines });
  });
  return app;
}

export function passage(startLine: number, endLine: number): PassageResult {
  return { document: "a.txt", title: "A", headings: [], startLine, endLine, text: "…", score: 1 };
}

/** An answer that cites lines of `a.txt`, or a refusal where it cites none. */
export function answer(...cited: readonly { startLine: number; endLine: number; quote: string }[]): Answer {
  return {
    id: "1",
    conversation: "1",
    question: "?",
    language: "zh-Hant",
    status: cited.length > 0 ? "answered" : "not_found",
    text: cited.map(({ quote }, index) => `${quote} [${index + 1}]`).join(""),
    citations: cited.map((one, index) => ({
      ...one,
      marker: index + 1,
      document: "a.txt",
      title: "A",
      page: null,
      url: `/sources/a.txt#L${one.startLine}-L${one.endLine}`,
    })),
    sentences: [],
    closest: [],
    mode: "extractive",
    model: null,
    timings: { retrieveMs: 1, firstTokenMs: 1, totalMs: 1 },
  };
}
