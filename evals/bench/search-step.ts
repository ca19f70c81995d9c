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
import { type Latency, summariseTimes } from "./latency.ts";
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
  // Every question is asked once of each measured thing, after others that warm the code and not the answers.
  const warming = ask(0, warmUp);
  const search = (text: string) =>
    retrieve(base, understandQuestion(text, [], dictionary), { embedder, reranker: null }, { limit: 10 });
  for (const text of warming) await search(text);
  const times: number[] = [];
  for (const text of ask(warmUp, questions)) {
    const began = performance.now();
    await search(text);
    times.push(performance.now() - began);
  }
  const processInMb = residentMb();
  const parts = await measureParts({ base, dictionary, embedder }, ask(warmUp + questions, questions));
  const rivals = await createRivals({ base, dictionary, embedder, folder, dataDir, generation });
  const measured: Record<string, Latency> = {};
  for (const [name, run] of Object.entries(rivals)) {
    const ran: number[] = [];
    for (const [index, text] of [...warming, ...ask(warmUp, questions)].entries()) {
      const elapsed = await run(text);
      if (index >= warmUp) ran.push(elapsed);
    }
    measured[name] = summariseTimes(ran);
  }
  return {
    passages: base.passageCount,
    loadInMs,
    indexInMb,
    processInMb,
    whole: summariseTimes(times),
    parts,
    rivals: measured,
  };
}

function residentMb(): number {
  global.gc?.();
  return process.memoryUsage().rss / 1024 ** 2;
}
