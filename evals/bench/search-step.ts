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
import { readPassageTexts } from "./passage-texts.ts";
import { rivals } from "./rivals/rivals.ts";
import { measureParts } from "./search-parts.ts";
import { createRivals } from "./search-rivals.ts";

/** What one process measures of a search over one corpus size. */
export interface SearchMeasures {
  /** From the files, or anew where nothing can be saved, until the first question can be asked. */
  readonly loadInMs: number;
  /** Resident memory of the whole process once it has answered all questions. */
  readonly processInMb: number;
  readonly whole: Latency;
}

export interface OwnMeasures extends SearchMeasures {
  readonly passages: number;
  readonly parts: Readonly<Record<string, Latency>>;
  /** The libraries that it stands on, over the same passages. */
  readonly bare: Readonly<Record<string, Latency>>;
}

/** `build` makes our index, `search` measures it; `build NAME` and `search NAME` do so for a rival. */
const [folder = "", documentCount = "", questionCount = "", step = "", rival] = process.argv.slice(2);
const documents = Number(documentCount);
const questions = Number(questionCount);
const warmUp = 100;

const corpusDir = join(folder, "corpus");
const dataDir = join(folder, "data");
const embedder = createBuiltinEmbedder();
if (rival !== undefined) console.log(JSON.stringify(await withRival(rival)));
else if (step === "search") console.log(JSON.stringify(await measureOurs()));
else {
  writeGeneratedDocuments(corpusDir, documents);
  await ingest({ corpusDir, dataDir, embedder });
}

async function measureOurs(): Promise<OwnMeasures> {
  const dictionary = openDictionary(undefined);
  await embedder.embed(["warm"]);
  const generation = (await currentGeneration(dataDir)) ?? "";
  const { opened: base, ...load } = await measureLoad(() => openGeneration(dataDir, generation, embedder));
  const parts = { embedder, reranker: null };
  const asked = askQuestions();
  const whole = await measureLatency(asked, async (text) => {
    const stop = startTime();
    await retrieve(base, understandQuestion(text, [], dictionary), parts, { limit: 10 });
    return stop();
  });
  const processInMb = residentMb();
  const bare: Record<string, Latency> = {};
  const searches = await createRivals({ base, dictionary, embedder, folder, dataDir, generation });
  for (const [name, run] of Object.entries(searches)) bare[name] = await measureLatency(asked, run);
  return {
    passages: base.passageCount,
    ...load,
    processInMb,
    whole,
    parts: await measureParts({ base, dictionary, embedder }, asked.others),
    bare,
  };
}

async function withRival(name: string): Promise<SearchMeasures | null> {
  await embedder.embed(["warm"]);
  const create = rivals[name];
  if (create === undefined) throw new Error(`There is no rival named ${name}.`);
  const made = await create({ embedder, folder: join(folder, name), readTexts });
  if (step === "build") {
    if (made.isSaved) await made.build();
    return null;
  }
  const { opened: search, ...load } = await measureLoad(() => made.open());
  const whole = await measureLatency(askQuestions(), async (text) => {
    const stop = startTime();
    await search(text);
    return stop();
  });
  return { ...load, processInMb: residentMb(), whole };
}

/** The texts of our passages, which every rival indexes too. */
async function readTexts(): Promise<readonly string[]> {
  const base = await openGeneration(dataDir, (await currentGeneration(dataDir)) ?? "", embedder);
  const texts = readPassageTexts(base);
  base.close();
  return texts;
}

function askQuestions() {
  const generator = createGenerator();
  const ask = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => generator.question(from + index, documents));
  return {
    warming: ask(0, warmUp),
    questions: ask(warmUp, questions),
    others: ask(warmUp + questions, questions),
  };
}

async function measureLoad<Opened>(open: () => Promise<Opened>) {
  const start = performance.now();
  const opened = await open();
  return { opened, loadInMs: performance.now() - start };
}

function residentMb(): number {
  global.gc?.();
  return process.memoryUsage().rss / 1024 ** 2;
}
