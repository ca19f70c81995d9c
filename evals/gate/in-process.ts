import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { createBuiltinEmbedder } from "../../ingest/embeddings/builtin/builtin-embedder.ts";
import { openGeneration } from "../../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration } from "../../ingest/index/embedded/generations.ts";
import { ingest } from "../../ingest/ingest.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { ask } from "../../server/answer/ask.ts";
import { search } from "../../server/answer/search.ts";
import { createApp } from "../../server/app.ts";
import { Storage } from "../../server/conversations/storage.ts";
import { gloss } from "../../server/gloss/gloss.ts";
import { type Client, createClient } from "../client.ts";

export interface InProcess {
  readonly client: Client;
  close(): Promise<void>;
}

/** The product as it answers offline, ingest to HTTP, without a port or a process of its own. */
export async function openInProcess(corpus: string, dictionary: Dictionary): Promise<InProcess> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "groundline-gate-"));
  const embedder = createBuiltinEmbedder();
  await ingest({ corpusDir: corpus, dataDir, embedder });
  const base = await openGeneration(dataDir, (await currentGeneration(dataDir)) ?? "", embedder);
  const log = pino({ level: "silent" });
  const parts = { dictionary, embedder, reranker: null, model: null };
  const app = createApp({
    knowledge: () => ({ base }),
    search: (searched, request, signal) => search(parts, searched, request, signal),
    ask: (asked, request, signal) => ask(parts, asked, request, signal),
    gloss: (text) => gloss(dictionary, text),
    ingestReport: () => null,
    keeperPages: false,
    storage: new Storage({ path: ":memory:", log }),
    originals: async () => null,
    model: null,
    pages: dataDir,
    log,
  });
  return {
    client: createClient({ url: "http://in-process", fetch: (url, init) => app.request(url, init) }),
    async close() {
      base.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
