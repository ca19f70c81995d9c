import type { Case } from "./datasets/case.ts";
import type { CheckedCitation } from "./metrics/citation-validity.ts";
import type { LineRange } from "./metrics/line-overlap.ts";
import { readEvents } from "./read-events.ts";
import {
  answerReply,
  type FoundAnswer,
  type FoundPassage,
  linesReply,
  problemReply,
  readyReply,
  retrievedEvent,
  type ServerState,
  searchReply,
} from "./wire.ts";

export interface Asked {
  readonly answer: FoundAnswer;
  /** The passages the answer was made from, best first. */
  readonly retrieved: readonly FoundPassage[];
}

export interface Client {
  readState(): Promise<ServerState>;
  /** `documents`, where not empty, are all that is searched. */
  search(query: string, limit: number, documents: Case["documents"]): Promise<readonly FoundPassage[]>;
  ask(question: string, history: Case["history"], documents: Case["documents"]): Promise<Asked>;
  /** The lines that exist of a range; none where the document or the range does not exist. */
  readLines(range: LineRange): Promise<CheckedCitation["lines"]>;
  /** Every line of a document; none where it does not exist. */
  readDocument(document: string): Promise<readonly string[]>;
}

interface ClientParts {
  readonly url: string;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response> | Response;
  /** Long enough for a model's whole answer. */
  readonly timeoutInMs?: number;
}

/** Speaks the HTTP API as a reader's browser does: answers are asked for as streams. */
export function createClient({ url, fetch = globalThis.fetch, timeoutInMs = 120_000 }: ClientParts): Client {
  const send = async (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, url).href, { ...init, signal: AbortSignal.timeout(timeoutInMs) });

  const client: Client = {
    async readState() {
      return readyReply.parse(await (await send("/readyz")).json());
    },
    async search(query, limit, documents) {
      const body = { query, limit, ...only(documents) };
      const response = await acceptOk(await send("/api/search", post(body)));
      return searchReply.parse(await response.json()).passages;
    },
    async ask(question, history, documents) {
      const body = { question, history, ...only(documents) };
      const response = await acceptOk(await send("/api/ask", post(body, "text/event-stream")));
      const { retrieved, done, error } = readEvents(await response.text());
      if (error !== undefined) throw new Error(`The stream reports: ${problemReply.parse(error).title}`);
      if (done === undefined) throw new Error("The stream ended without done or error.");
      // Small talk is answered without a search.
      const { passages } = retrievedEvent.parse(retrieved ?? { passages: [] });
      return { answer: answerReply.parse(done), retrieved: passages };
    },
    async readLines({ document, startLine, endLine }) {
      const id = document.split("/").map(encodeURIComponent).join("/");
      const response = await send(`/api/documents/${id}?from=${startLine}&to=${endLine}`);
      if (noSuchLines.has(response.status)) {
        await response.body?.cancel();
        return [];
      }
      return linesReply.parse(await (await acceptOk(response)).json()).lines;
    },
    async readDocument(document) {
      const lines: string[] = [];
      while (true) {
        const startLine = lines.length + 1;
        const more = await client.readLines({ document, startLine, endLine: startLine + linesAtOnce - 1 });
        if (more.length === 0) return lines;
        lines.push(...more.map(({ text }) => text));
      }
    },
  };
  return client;
}

function only(documents: Case["documents"]) {
  return documents.length > 0 ? { documents } : {};
}

/** As many as the server returns at once. */
const linesAtOnce = 400;

/** Replies that say the citation is wrong; any other failure says nothing about it. */
const noSuchLines = new Set([400, 404, 416, 422]);

function post(body: unknown, accept = "application/json"): RequestInit {
  const headers = { "content-type": "application/json", accept };
  return { method: "POST", headers, body: JSON.stringify(body) };
}

async function acceptOk(response: Response): Promise<Response> {
  if (response.ok) return response;
  const problem = problemReply.safeParse(await response.json().catch(() => undefined));
  throw new Error(`The server replied ${response.status}: ${problem.data?.title ?? response.statusText}`);
}
