import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createBuiltinEmbedder } from "../../ingest/embeddings/builtin/builtin-embedder.ts";
import { openGeneration } from "../../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration } from "../../ingest/index/embedded/generations.ts";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { ingest } from "../../ingest/ingest.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { type AnswerParts, ask } from "../../server/answer/ask.ts";
import { search } from "../../server/answer/search.ts";
import type { Asked, Client } from "../client.ts";
import { answerReply, retrievedEvent } from "../wire.ts";

export interface InProcess {
  readonly client: Client;
  close(): Promise<void>;
}

/** The product as it answers offline, from ingest to the whole answer, without a port or a process of its own. */
export async function openInProcess(corpus: string, dictionary: Dictionary): Promise<InProcess> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "groundline-gate-"));
  const embedder = createBuiltinEmbedder();
  await ingest({ corpusDir: corpus, dataDir, embedder });
  const base = await openGeneration(dataDir, (await currentGeneration(dataDir)) ?? "", embedder);
  return {
    client: createClient(base, { dictionary, embedder, reranker: null, model: null }),
    async close() {
      base.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function createClient(base: KnowledgeBase, parts: AnswerParts): Client {
  const never = new AbortController().signal;
  return {
    async readState() {
      const held = { documents: base.documents().length, passages: base.passageCount };
      return { ready: true, message: "", generation: base.generation, model: null, ...held };
    },
    async search(query, limit, documents) {
      return (await search(parts, base, { query, limit, ...only(documents) }, never)).passages;
    },
    async ask(question, history, documents): Promise<Asked> {
      let retrieved: Asked["retrieved"] = [];
      for await (const { event, data } of ask(
        parts,
        base,
        { question, history, ...only(documents) },
        never,
      )) {
        if (event === "retrieved") retrieved = retrievedEvent.parse(data).passages;
        if (event === "done") return { answer: answerReply.parse(data), retrieved };
      }
      throw new Error("The answer ended without done.");
    },
    async readLines({ document, startLine, endLine }) {
      if (!base.document(document) || startLine < 1 || endLine < startLine) return [];
      return base.lines(document, startLine, endLine);
    },
    async readDocument(document) {
      const held = base.document(document);
      return held ? base.lines(document, 1, held.lineCount).map(({ text }) => text) : [];
    },
  };
}

function only(documents: readonly string[]) {
  return documents.length > 0 ? { documents } : {};
}
