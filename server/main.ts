import { serve } from "@hono/node-server";
import { pino } from "pino";
import { createHashedEmbedder } from "../ingest/embeddings/builtin/hashed-embedder.ts";
import { openDictionary } from "../ingest/language/open-dictionary.ts";
import { loadEnvironment, SettingsError } from "../ingest/settings.ts";
import { ask } from "./answer/ask.ts";
import { search } from "./answer/search.ts";
import { createApp } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import { Knowledge } from "./knowledge.ts";
import { findOriginal } from "./originals.ts";
import { buildPagesIfStale, ingestIfStale, pagesFolder } from "./prepare.ts";
import { explainMissingIndex, usableBase } from "./readiness.ts";
import { closeOnSignal } from "./shutdown.ts";

async function main(): Promise<void> {
  const environment = loadEnvironment();
  const config = readConfig(environment);
  const log = pino({ level: config.logLevel, base: null });
  await buildPagesIfStale();
  const dictionary = openDictionary(config.glossary);
  const embedder = createHashedEmbedder({ dictionary });
  const knowledge = new Knowledge({ dataDir: config.dataDir, embedder, log });
  await knowledge.refresh();
  let missing = await explainMissingIndex(config.corpusDir, "running");

  const closing = new AbortController();
  const app = createApp({
    knowledge: () => {
      const base = usableBase(knowledge);
      return base ? { base } : missing;
    },
    search: (base, request) => search({ dictionary, embedder }, base, request),
    ask: (base, request, signal) => ask({ dictionary, embedder }, base, request, signal),
    originals: (id) => findOriginal(config.corpusDir, id),
    model: null,
    pages: pagesFolder,
    closing: closing.signal,
    log,
  });
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, (address) => {
    console.log(`Groundline is open at http://${shownHost(config)}:${address.port}`);
  });
  closeOnSignal(server, closing, knowledge, log);

  const code = await ingestIfStale(environment);
  await knowledge.refresh();
  missing = await explainMissingIndex(config.corpusDir, code === 0 ? "done" : "failed");
  if (usableBase(knowledge) === null) console.log(missing.message);
  knowledge.watch();
}

function shownHost({ host }: Config): string {
  if (host === "0.0.0.0" || host === "127.0.0.1" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
}
