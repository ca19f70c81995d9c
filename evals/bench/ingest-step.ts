import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listCorpus } from "../../ingest/corpus.ts";
import { createBuiltinEmbedder } from "../../ingest/embeddings/builtin/builtin-embedder.ts";
import { ingest } from "../../ingest/ingest.ts";

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

if (step === "langchain" && !(await isLangChainHere())) {
  console.log(
    "SKIPPED: npm install --no-save --legacy-peer-deps @langchain/core @langchain/community @langchain/textsplitters",
  );
} else {
  const start = performance.now();
  const processor = process.cpuUsage();
  const passages = step === "langchain" ? await runLangChain() : await runOurs();
  const { user, system } = process.cpuUsage(processor);
  const measured: Measured = {
    ms: performance.now() - start,
    processorMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
    passages,
  };
  console.log(JSON.stringify(measured));
}

async function runOurs(): Promise<number> {
  const result = await ingest(options);
  if (result.status !== "published") return 0;
  return result.report.sources.reduce(
    (sum, source) => sum + (source.status === "read" ? source.passages : 0),
    0,
  );
}

async function isLangChainHere(): Promise<boolean> {
  return import("@langchain/community/vectorstores/hnswlib" as string).then(
    () => true,
    () => false,
  );
}

/** What a user would otherwise write: load the files, split, embed, store, save. */
async function runLangChain(): Promise<number> {
  const { HNSWLib } = await import("@langchain/community/vectorstores/hnswlib" as string);
  const { RecursiveCharacterTextSplitter } = await import("@langchain/textsplitters" as string);
  const corpus = await listCorpus(options.corpusDir);
  if (corpus.status === "missing") return 0;
  const splitter = new RecursiveCharacterTextSplitter({
    chunkSize: 400,
    chunkOverlap: 0,
    separators: ["\n\n", "\n", "。", ". ", " ", ""],
  });
  const files = corpus.files.map((file) => ({
    pageContent: readFileSync(file.path, "utf8"),
    metadata: { id: file.id },
  }));
  const chunks = await splitter.splitDocuments(files);
  const embeddings = {
    embedDocuments: async (texts: string[]) =>
      (await embedder.embed(texts)).map((vector) => Array.from(vector)),
    embedQuery: async (text: string) => Array.from((await embedder.embed([text]))[0] ?? []),
  };
  const store = await HNSWLib.fromDocuments(chunks, embeddings);
  await store.save(join(folder, "langchain"));
  return chunks.length;
}
