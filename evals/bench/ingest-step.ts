import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listCorpus } from "../../ingest/corpus.ts";
import { createBuiltinEmbedder } from "../../ingest/embeddings/builtin/builtin-embedder.ts";
import { ingest } from "../../ingest/ingest.ts";
import { splitTexts } from "./rivals/langchain.ts";
import { rivals } from "./rivals/rivals.ts";

export interface Measured {
  readonly ms: number;
  /** Of all threads, so that other work on the machine counts for little. */
  readonly processorMs: number;
  readonly peakMb: number;
  readonly passages: number;
}

const [step = "", folder = ""] = process.argv.slice(2);
const embedder = createBuiltinEmbedder();
const options = { corpusDir: join(folder, "corpus"), dataDir: join(folder, "data"), embedder };

const start = performance.now();
const processor = process.cpuUsage();
const passages = step in rivals ? await runRival(step) : await runOurs();
const { user, system } = process.cpuUsage(processor);
const measured: Measured = {
  ms: performance.now() - start,
  processorMs: (user + system) / 1000,
  peakMb: process.resourceUsage().maxRSS / 1024,
  passages,
};
console.log(JSON.stringify(measured));

async function runOurs(): Promise<number> {
  const result = await ingest(options);
  if (result.status !== "published") return 0;
  return result.report.sources.reduce(
    (sum, source) => sum + (source.status === "read" ? source.passages : 0),
    0,
  );
}

/** What a user would otherwise write: load the files, split, embed, store, save. */
async function runRival(name: string): Promise<number> {
  const corpus = await listCorpus(options.corpusDir);
  if (corpus.status === "missing") return 0;
  const chunks = await splitTexts(corpus.files.map(({ path }) => readFileSync(path, "utf8")));
  const rival = await rivals[name]?.({
    embedder,
    folder: join(folder, name),
    readTexts: async () => chunks.map(({ text }) => text),
  });
  await rival?.build();
  return chunks.length;
}
