import type { OpenAPIHono } from "@hono/zod-openapi";
import pino from "pino";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { TokenBudget } from "../../server/access/token-budget.ts";
import type { IngestReport } from "../../server/api/documents.ts";
import type { Answer, AskEvent } from "../../server/api/types.ts";
import { createApp } from "../../server/app.ts";
import { LiveAnswers } from "../../server/conversations/live-answers.ts";
import { Storage } from "../../server/conversations/storage.ts";
import { Metrics } from "../../server/metrics/metrics.ts";
import type { AppParts } from "../../server/routes/parts.ts";

/** An application of fakes: two documents, an answer of one sentence; `log` holds what was logged. */
export function buildApp(changes: Partial<AppParts> = {}): {
  readonly app: OpenAPIHono;
  readonly log: string[];
} {
  const log: string[] = [];
  const logger = pino({ level: "info" }, { write: (line: string) => void log.push(line) });
  const storage = new Storage({ path: ":memory:", log: logger });
  const app = createApp({
    knowledge: () => ({ base: buildBase() }),
    search: async () => ({ language: "en", passages: [] }),
    ask: () => answerEvents(),
    gloss: async () => ({ words: [] }),
    ingestReport: () => ingestReport,
    originals: async () => null,
    ingestState: () => "done",
    uploads: null,
    keeperPages: false,
    model: null,
    access: { rateLimit: 0, proxyHops: 0, hosts: new Set() },
    metrics: new Metrics(),
    answers: new LiveAnswers(),
    embed: { origins: [], secret: null, isOpen: true },
    pages: "/nowhere",
    storage,
    budget: new TokenBudget({ ofReader: 0, ofAll: 0 }, storage),
    log: logger,
    ...changes,
  });
  return { app, log };
}

export function buildBase(
  lineCounts: Readonly<Record<string, number>> = { "a/b.txt": 1000, "空 白.txt": 3 },
): KnowledgeBase {
  const documents = Object.entries(lineCounts).map(([id, lineCount]) => ({
    id,
    title: `Title of ${id}`,
    organisation: null,
    aliases: [],
    date: null,
    year: 2024,
    language: "en" as const,
    lineCount,
    furnitureCount: 7,
    passageCount: 8,
  }));
  const summary = (id: string) => documents.find((document) => document.id === id);
  return {
    generation: "g1",
    passageCount: 16,
    report: ingestReport,
    documents: () => documents,
    document: summary,
    lines: (id, from, to) =>
      Array.from({ length: Math.min(to, summary(id)?.lineCount ?? 0) - from + 1 }, (_, index) => ({
        number: from + index,
        text: `line ${from + index}`,
        page: null,
      })),
    headings: () => [],
    passages: () => [],
    searchLexical: () => [],
    searchDense: () => [],
    measureDense: () => [],
    documentFrequency: () => 0,
    close: () => {},
  };
}

export const ingestReport: IngestReport = {
  generation: "g1",
  createdAt: "2026-01-02T03:04:05.678Z",
  tookMs: 12,
  sources: [{ id: "scan.pdf", status: "refused", code: "no_text_layer", message: "has no text layer" }],
};

export const answer: Answer = {
  id: "answer-1",
  conversation: "conversation-1",
  question: "How high?",
  language: "en",
  status: "answered",
  text: "Two\nmetres. [1]",
  citations: [],
  sentences: [{ text: "Two\nmetres.", citations: [1], verdict: "supported" }],
  closest: [],
  mode: "extractive",
  model: null,
  timings: { retrieveMs: 1, firstTokenMs: 2, totalMs: 3 },
};

export async function* answerEvents(): AsyncGenerator<AskEvent> {
  yield { event: "retrieved", data: { passages: [] } };
  yield { event: "delta", data: { text: "Two\nmetres. [1]" } };
  yield { event: "done", data: answer };
}

/** A POST of JSON, as a browser's `fetch` would send it. */
export function post(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}

/** A POST of files in a form, as a browser's `fetch` would send it. */
export function formOf(...files: readonly (readonly [string, BlobPart])[]): RequestInit {
  const body = new FormData();
  for (const [name, content] of files) body.append("file", new Blob([content]), name);
  return { method: "POST", body };
}

export const asEvents = { accept: "text/event-stream" } as const;

/** `Promise.withResolvers`, which Node 20 does not have. */
export function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
