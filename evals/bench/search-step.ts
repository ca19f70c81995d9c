import { existsSync } from "node:fs";
import { join } from "node:path";
import { createBuiltinEmbedder } from "../../ingest/embeddings/builtin/builtin-embedder.ts";
import { openGeneration } from "../../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration } from "../../ingest/index/embedded/generations.ts";
import { ingest } from "../../ingest/ingest.ts";
import { openDictionary } from "../../ingest/language/open-dictionary.ts";
import { understandQuestion } from "../../server/answer/question.ts";
import { retrieve } from "../../server/answer/retrieve.ts";
import { createGenerator, writeGeneratedDocuments } from "./generate-documents.ts";
import { type Latency, measureLatency, startTime } from "./latency.ts";
import { measureParts } from "./search-parts.ts";
import { createRivals } from "./search-rivals.ts";

/** What one process measures of one corpus size. */
export interface SearchMeasures {
  readonly passages: number;
  readonly loadInMs: number;
  /** Resident memory the open index adds, after the dictionary and the embedder are loaded. */
  readonly indexInMb: number;
  /** Resident memory of the whole process once it has answered all questions. */
  readonly processInMb: number;
  readonly whole: Latency;
  readonly parts: Readonly<Record<string, Latency>>;
  readonly rivals: Readonly<Record<string, Latency>>;
}

const [folder = "", documentCount = "", questionCount = ""] = process.argv.slice(2);
const documents = Number(documentCount);
const questions = Number(questionCount);
const warmUp = 100;

const corpusDir = join(folder, "corpus");
const dataDir = join(folder, "data");
const embedder = createBuiltinEmbedder();
if (!existsSync(dataDir)) {
  writeGeneratedDocuments(corpusDir, documents);
  await ingest({ corpusDir, dataDir, embedder });
} else console.log(JSON.stringify(await measure()));

async function measure(): Promise<SearchMeasures> {
  const dictionary = openDictionary(undefined);
  await embedder.embed(["warm"]);
  const generation = (await currentGeneration(dataDir)) ?? "";
  const before = residentMb();
  const start = performance.now();
  const base = await openGeneration(dataDir, generation, embedder);
  const loadInMs = performance.now() - start;
  const indexInMb = residentMb() - before;

  const generator = createGenerator();
  const ask = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => generator.question(from + index, documents));
  const asked = { warming: ask(0, warmUp), questions: ask(warmUp, questions) };
  const whole = await measureLatency(asked, async (text) => {
    const stop = startTime();
    await retrieve(
      base,
      understandQuestion(text, [], dictionary),
      { embedder, reranker: null },
      { limit: 10 },
    );
    return stop();
  });
  const processInMb = residentMb();
  const parts = await measureParts({ base, dictionary, embedder }, ask(warmUp + questions, questions));
  const rivals: Record<string, Latency> = {};
  const searches = await createRivals({ base, dictionary, embedder, folder, dataDir, generation });
  for (const [name, run] of Object.entries(searches)) rivals[name] = await measureLatency(asked, run);
  return {
    passages: base.passageCount,
    loadInMs,
    indexInMb,
    processInMb,
    whole,
    parts,
    rivals,
  };
}

function residentMb(): number {
  global.gc?.();
  return process.memoryUsage().rss / 1024 ** 2;
}
