import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { listCorpus } from "../../ingest/corpus.ts";
import { createBuiltinEmbedder } from "../../ingest/embeddings/builtin/builtin-embedder.ts";
import { openDictionary } from "../../ingest/language/open-dictionary.ts";
import { type Case, isFollowUp, isToBeRefused, readCases } from "../datasets/case.ts";
import { relocateGold } from "../datasets/relocate-gold.ts";
import { openInProcess } from "../gate/in-process.ts";
import type { LineRange } from "../metrics/line-overlap.ts";
import { meanOf, pool } from "../metrics/measure.ts";
import { recallAtK } from "../metrics/recall-at-k.ts";
import { reciprocalRank } from "../metrics/reciprocal-rank.ts";
import { readOptions } from "../read-options.ts";
import { type Chunk, splitTexts } from "./rivals/langchain.ts";
import { areRivalsInstalled, howToInstall, rivals } from "./rivals/rivals.ts";

/**
 * What the faster ones find: recall beside LangChain's splitter with its stores and MiniSearch, with the same
 * embedder over the same documents. Text files only, since LangChain's splitter is given them as they stand.
 */
const usage = `npx tsx evals/bench/found.ts [options]
  Measures what searches find, beside LangChain's stores and MiniSearch.
  --corpus DIR, --dataset FILE   text documents, and cases about them (seeds)`;
const values = readOptions(usage, {
  corpus: { type: "string", default: "seeds" },
  dataset: { type: "string", default: "evals/datasets/seeds.jsonl" },
});

type Search = (one: Case) => Promise<readonly LineRange[]>;

const { client, close } = await openInProcess(values.corpus, openDictionary(undefined));
const all = await readCases(values.dataset);
const cases = await relocateGold(
  all.filter((one) => !isToBeRefused(one) && !isFollowUp(one)),
  client.readDocument,
);
console.log(`\n${cases.length} questions about ${values.corpus}`);
console.log(
  `  ${"".padEnd(22)}${["recall@1", "recall@5", "MRR@10", "English", "Chinese"].map((name) => name.padStart(10)).join("")}   of ours: recall@1, recall@5`,
);
const ours = await measure((one) => client.search(one.question, 10, []));
print("ours", ours);
if (await areRivalsInstalled()) await measureRivals();
else console.log(howToInstall);
await close();

async function measureRivals(): Promise<void> {
  const corpus = await listCorpus(values.corpus);
  if (corpus.status === "missing") return;
  const chunks = await splitTexts(corpus.files.map((file) => readFileSync(file.path, "utf8")));
  const toRange = ({ of, startLine, endLine }: Chunk): LineRange => ({
    document: corpus.files[of]?.id ?? "",
    startLine,
    endLine,
  });
  const ranges = chunks.map(toRange);
  const embedder = createBuiltinEmbedder();
  const readTexts = async () => chunks.map(({ text }) => text);
  for (const [name, create] of Object.entries(rivals)) {
    const folder = await mkdtemp(path.join(tmpdir(), "bench-found-"));
    const rival = await create({ embedder, folder: path.join(folder, "index"), readTexts });
    await rival.build();
    const search = await rival.open();
    const find: Search = async (one) => (await search(one.question)).flatMap((place) => ranges[place] ?? []);
    print(name, await measure(find));
    await rm(folder, { recursive: true });
  }
}

async function measure(search: Search) {
  const rows: { readonly one: Case; readonly found: readonly LineRange[] }[] = [];
  for (const one of cases) rows.push({ one, found: await search(one) });
  const recall = (k: number, some = rows) =>
    meanOf(pool(some.map(({ one, found }) => recallAtK(one, found, k)))) ?? 0;
  return {
    recall1: recall(1),
    recall5: recall(5),
    reciprocalRank: meanOf(pool(rows.map(({ one, found }) => reciprocalRank(one, found)))) ?? 0,
    english5: recall(
      5,
      rows.filter(({ one }) => one.lang === "en"),
    ),
    chinese5: recall(
      5,
      rows.filter(({ one }) => one.lang !== "en"),
    ),
  };
}

function print(name: string, measured: Awaited<ReturnType<typeof measure>>): void {
  const columns = Object.values(measured).map((value) => value.toFixed(3).padStart(10));
  const { recall1, recall5 } = measured;
  const ratios = `${(recall1 / ours.recall1).toFixed(2)} ${(recall5 / ours.recall5).toFixed(2)}`;
  console.log(`  ${name.padEnd(22)}${columns.join("")}   ${ratios}`);
}
