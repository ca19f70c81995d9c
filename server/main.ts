import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { collectDefaultMetrics } from "prom-client";
import { chooseEmbedder } from "../ingest/embeddings/choose-embedder.ts";
import { openDictionary } from "../ingest/language/open-dictionary.ts";
import { loadEnvironment } from "../ingest/settings.ts";
import { TokenBudget } from "./access/token-budget.ts";
import { ask } from "./answer/ask.ts";
import { createLenientEmbedder } from "./answer/lenient-embedder.ts";
import { openModel } from "./answer/model/open-model.ts";
import { createReranker } from "./answer/rank/reranker.ts";
import { search } from "./answer/search.ts";
import { createApp } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import { LiveAnswers } from "./conversations/live-answers.ts";
import { purgeRegularly } from "./conversations/purge.ts";
import { Storage } from "./conversations/storage.ts";
import { explainStartFailure } from "./explain-start-failure.ts";
import { gloss } from "./gloss/gloss.ts";
import { createNodeServer } from "./http/node-server.ts";
import { IngestRuns } from "./ingest-runs.ts";
import { Knowledge } from "./knowledge.ts";
import { createLog } from "./log.ts";
import { Metrics } from "./metrics/metrics.ts";
import { findOriginal } from "./originals.ts";
import { buildPagesIfStale, ingestInChild, pagesFolder } from "./prepare.ts";
import { explainMissingIndex, usableBase } from "./readiness.ts";
import { closeOnSignal } from "./shutdown.ts";
import { sweepUnfinished } from "./uploads/receive-file.ts";
import { createUploads } from "./uploads/uploads.ts";

async function main(): Promise<void> {
  const environment = loadEnvironment();
  const config = readConfig(environment);
  const secrets = [environment.OPENAI_API_KEY, environment.RERANK_API_KEY, environment.EMBED_SECRET];
  const log = createLog({ level: config.logLevel, secrets });
  await buildPagesIfStale();
  const metrics = new Metrics();
  collectDefaultMetrics({ register: metrics.registry });
  const counts = {
    countFault: (code: string) => metrics.countModelFailure(code),
    countDropped: (markers: number) => metrics.countDropped(markers),
  };
  const dictionary = openDictionary(config.glossary);
  const chosen = await chooseEmbedder(config.embeddings, config.dataDir);
  const embedder = config.embeddings === null ? chosen : createLenientEmbedder(chosen, { log });
  const reranker = config.rerank === null ? null : createReranker(config.rerank, { log });
  const model = config.model === null ? null : openModel(config.model, log, counts);
  const answerParts = { dictionary, embedder, reranker, model };
  const knowledge = new Knowledge({ dataDir: config.dataDir, embedder, log });
  await knowledge.refresh();
  const ingests = new IngestRuns({
    run: (options) => ingestInChild(environment, options),
    refresh: () => knowledge.refresh(),
  });
  const follow = () =>
    void ingests.request().catch((error) => log.error({ err: error }, "The documents could not be read"));
  const stopping = { draining: new AbortController(), closing: new AbortController() };
  const answers = new LiveAnswers();
  const storage = new Storage({ path: join(config.dataDir, "conversations.sqlite"), log });
  purgeRegularly(storage, config.conversationDays);
  const app = createApp({
    knowledge: () => {
      const base = usableBase(knowledge);
      return base ? { base } : explainMissingIndex(config.corpusDir, ingests.state);
    },
    search: (base, request, signal) => search(answerParts, base, request, signal),
    ask: (base, request, signal, allowance) =>
      metrics.countAnswer(ask(answerParts, base, request, signal, allowance), signal),
    gloss: (text) => gloss(dictionary, text),
    ingestReport: () => knowledge.base?.report ?? null,
    ingestState: () => ingests.state,
    uploads: config.uploads ? createUploads(config.corpusDir, follow) : null,
    keeperPages: config.keeperPages,
    storage,
    originals: (id) => findOriginal(config.corpusDir, id),
    model,
    access: config.access,
    budget: new TokenBudget(config.budget, storage),
    metrics,
    answers,
    embed: config.embed,
    pages: pagesFolder,
    draining: stopping.draining.signal,
    closing: stopping.closing.signal,
    log,
  });
  const server = createNodeServer(app, log);
  await listen(server, config);
  closeOnSignal(server, { ...stopping, answers, knowledge, log });

  if (config.uploads) await sweepUnfinished(config.corpusDir);
  await ingests.request({ rebuild: knowledge.isDamaged });
  if (usableBase(knowledge) === null)
    console.log((await explainMissingIndex(config.corpusDir, ingests.state)).message);
  knowledge.watch();
}

async function listen(server: Server, config: Config): Promise<void> {
  server.listen(config.port, config.host);
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  console.log(`Groundline is open at http://${shownHost(config)}:${address.port}`);
}

function shownHost({ host }: Config): string {
  if (host === "0.0.0.0" || host === "127.0.0.1" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

try {
  await main();
} catch (error) {
  console.error(explainStartFailure(error));
  process.exit(1);
}
