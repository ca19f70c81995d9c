import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createBuiltinEmbedder } from "../ingest/embeddings/builtin/builtin-embedder.ts";
import { openGeneration } from "../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration } from "../ingest/index/embedded/generations.ts";
import { ingest } from "../ingest/ingest.ts";
import { openDictionary } from "../ingest/language/open-dictionary.ts";
import { understandQuestion } from "../server/answer/question.ts";
import { type Features, featureNames } from "../server/answer/rank/features.ts";
import { scoreFeatures, weights as shipped, type Weights } from "../server/answer/rank/weights.ts";
import { findCandidates } from "../server/answer/retrieve.ts";
import { type Case, isFollowUp, isToBeRefused, readCases } from "./datasets/case.ts";
import type { LineRange } from "./metrics/line-overlap.ts";
import { recallAtK } from "./metrics/recall-at-k.ts";
import { reciprocalRank } from "./metrics/reciprocal-rank.ts";

/**
 * Fits the ranker's weights on a dataset by coordinate ascent, and prints beside the fitted figures those of a
 * cross-validation, in which every question is scored by weights fitted without it.
 */
const { values } = parseArgs({
  options: { corpus: { type: "string", default: "seeds" }, dataset: { type: "string" } },
});
if (!values.dataset) throw new Error("Usage: tsx evals/fit-ranker.ts --corpus DIR --dataset FILE.jsonl");

interface Ranked extends LineRange {
  readonly features: Features;
}
interface Example {
  readonly row: Case;
  readonly candidates: readonly Ranked[];
}

const examples = await gatherExamples(values.corpus, values.dataset);
print("shipped weights", examples, () => shipped);
const fitted = fitWeights(examples);
print("fitted weights", examples, () => fitted);
const folds = 9;
const perFold = Array.from({ length: folds }, (_, fold) =>
  fitWeights(examples.filter((_example, index) => index % folds !== fold)),
);
print("cross-validated", examples, (index) => perFold[index % folds] ?? fitted);
console.log(JSON.stringify(fitted, null, 2));

async function gatherExamples(corpusDir: string, dataset: string): Promise<Example[]> {
  const dictionary = openDictionary(undefined);
  const embedder = createBuiltinEmbedder();
  const dataDir = await mkdtemp(path.join(tmpdir(), "fit-"));
  await ingest({ corpusDir, dataDir, embedder });
  const base = await openGeneration(dataDir, (await currentGeneration(dataDir)) ?? "", embedder);
  const rows = (await readCases(dataset)).filter((row) => !isToBeRefused(row) && !isFollowUp(row));
  return Promise.all(
    rows.map(async (row) => {
      const question = understandQuestion(row.question, [], dictionary);
      const { candidates } = await findCandidates(base, question, embedder, { limit: 10 });
      return { row, candidates };
    }),
  );
}

function rank(candidates: readonly Ranked[], weights: Weights): Ranked[] {
  return candidates
    .map((candidate) => ({ candidate, score: scoreFeatures(candidate.features, weights) }))
    .sort((a, b) => b.score - a.score)
    .map(({ candidate }) => candidate);
}

function measure({ row, candidates }: Example, weights: Weights) {
  const ranked = rank(candidates, weights).slice(0, 10);
  const recall = (depth: number) => recallAtK(row, ranked, depth).sum;
  return {
    recall1: recall(1),
    recall5: recall(5),
    recall10: recall(10),
    mrr: reciprocalRank(row, ranked).sum,
  };
}

/** What is maximised: places near the top count, and so does being among the five that are shown. */
function objective(set: readonly Example[], weights: Weights): number {
  const total = set.reduce((sum, example) => {
    const { recall5, recall10, mrr } = measure(example, weights);
    return sum + mrr + recall5 + 0.5 * recall10;
  }, 0);
  // Equal results are decided for smaller weights, so that a feature that does nothing gets none.
  return total - 0.001 * featureNames.reduce((sum, name) => sum + weights[name], 0);
}

function fitWeights(set: readonly Example[]): Weights {
  let best: Weights = { ...shipped };
  let value = objective(set, best);
  for (let round = 0, improved = true; improved && round < 12; round++) {
    improved = false;
    for (const name of featureNames.filter((feature) => feature !== "lexical")) {
      for (const factor of [0, 0.5, 0.7, 0.85, 1.2, 1.5, 2, 3]) {
        const tried = { ...best, [name]: round3(factor === 3 ? best[name] + 0.15 : best[name] * factor) };
        const triedValue = objective(set, tried);
        if (triedValue <= value) continue;
        best = tried;
        value = triedValue;
        improved = true;
      }
    }
  }
  return best;
}

function round3(number: number): number {
  return Math.round(number * 1000) / 1000;
}

function print(title: string, set: readonly Example[], weightsOf: (index: number) => Weights): void {
  const rows = set.map((example, index) => ({ row: example.row, ...measure(example, weightsOf(index)) }));
  console.log(`\n${title}`);
  const groups = ["all", ...new Set(set.flatMap(({ row }) => [row.lang, row.type]))];
  for (const group of groups) {
    const held = rows.filter(({ row }) => group === "all" || row.lang === group || row.type === group);
    const mean = (name: "recall1" | "recall5" | "recall10" | "mrr") =>
      (held.reduce((sum, item) => sum + item[name], 0) / held.length).toFixed(3);
    console.log(
      `  ${group.padEnd(12)} ${String(held.length).padStart(4)}  R@1 ${mean("recall1")}  R@5 ${mean("recall5")}  R@10 ${mean("recall10")}  MRR ${mean("mrr")}`,
    );
  }
}
