import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { z } from "zod";
import { createBuiltinEmbedder } from "../ingest/embeddings/builtin/builtin-embedder.ts";
import { openGeneration } from "../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration } from "../ingest/index/embedded/generations.ts";
import { ingest } from "../ingest/ingest.ts";
import { openDictionary } from "../ingest/language/open-dictionary.ts";
import { ask } from "../server/answer/ask.ts";
import { openModel } from "../server/answer/model/open-model.ts";
import type { Answer } from "../server/api/types.ts";
import { readCases } from "./datasets/case.ts";
import { startFakeOpenAi } from "./fake-openai/fake-openai.ts";
import { collectNames } from "./model-path/mutations.ts";
import { readPrompt } from "./model-path/prompt-reader.ts";
import { type AnsweredCase, type Behaviour, behaviours } from "./model-path/replies.ts";
import { type Seen, tabulate } from "./model-path/what-is-seen.ts";
import { readOptions } from "./read-options.ts";

/**
 * What a reader sees when a model answers well, wrongly or maliciously: a scripted model server answers each question
 * of a dataset from the passages in its prompt, in each of a list of ways, through the whole model path.
 */
const usage = `npx tsx evals/model-path.ts --corpus DIR --dataset FILE [options]
  Prints what a reader sees when a scripted model answers well, wrongly or maliciously.
  --only NAME   one way of answering: ${Object.keys(behaviours).join(", ")}
  --verbose     print every answer that is shown as it should not be`;
const values = readOptions(usage, {
  corpus: { type: "string" },
  dataset: { type: "string" },
  only: { type: "string" },
  verbose: { type: "boolean", default: false },
});
const { corpus, dataset } = values;
if (!corpus || !dataset) {
  console.error(usage);
  process.exit(1);
}

const folder = await mkdtemp(join(tmpdir(), "model-path-"));
const embedder = createBuiltinEmbedder();
await ingest({ corpusDir: corpus, dataDir: folder, embedder });
const base = await openGeneration(folder, (await currentGeneration(folder)) ?? "", embedder);
const goldText = (document: string, line: number) => base.lines(document, line, line)[0]?.text ?? "";
const names = collectNames(
  base.documents().flatMap(({ id, lineCount }) => base.lines(id, 1, lineCount).map(({ text }) => text)),
);

const wordsSchema = z.object({ id: z.string(), answer_zh: z.string(), answer_en: z.string() });
const words = new Map(
  (await readFile(dataset, "utf8"))
    .split("\n")
    .filter((row) => row.trim() !== "")
    .map((row) => wordsSchema.parse(JSON.parse(row)))
    .map(({ id, answer_zh, answer_en }) => [id, { zh: answer_zh, en: answer_en }]),
);
const cases = (await readCases(dataset)).flatMap((row): AnsweredCase[] => {
  const inWords = words.get(row.id);
  return inWords && row.gold.length > 0 && row.history.length === 0 ? [{ ...row, inWords, goldText }] : [];
});

let current: { readonly asked: AnsweredCase; readonly behave: Behaviour } | null = null;
let offered = true;
const server = await startFakeOpenAi(({ body }) => {
  const prompt = readPrompt(body.messages.at(-1)?.content ?? "");
  const reply = prompt && current ? current.behave(current.asked, prompt, names) : null;
  offered = reply !== null;
  return { pieces: (reply ?? "NOT_FOUND").match(/[\s\S]{1,7}/g) ?? [] };
});
const model = openModel(
  { model: "scripted", judge: null, apiKey: undefined, baseUrl: server.url },
  pino({ level: "warn" }),
);
const parts = { dictionary: openDictionary(undefined), embedder, reranker: null, model };

const seen: Seen[] = [];
for (const [name, behave] of Object.entries(behaviours) as [keyof typeof behaviours, Behaviour][]) {
  if (values.only !== undefined && values.only !== name) continue;
  for (const asked of cases) {
    current = { asked, behave };
    const answer = await askOnce(asked);
    if (offered) seen.push({ behaviour: name, asked, answer });
  }
}
server.close();
base.close();
await rm(folder, { recursive: true });
console.log(tabulate(seen, { isVerbose: values.verbose }));

async function askOnce({ question }: AnsweredCase): Promise<Answer> {
  for await (const { event, data } of ask(parts, base, { question }, new AbortController().signal)) {
    if (event === "done") return data;
  }
  throw new Error(`No answer to ${question}`);
}
