import { featureNames, readSentences } from "../server/answer/extractive/sentence-features.ts";
import { type Case, isToBeRefused } from "./datasets/case.ts";
import { foldOf, openSet } from "./fit/gather.ts";
import { fitChoice, type Labelled, weigh } from "./fit/gradient.ts";
import { countSharedLines } from "./metrics/line-overlap.ts";
import { readOptions } from "./read-options.ts";

/**
 * Fits what the extractive answer weighs its sentences by. Beside the fitted figures stand those of a
 * cross-validation, in which every question, with its wordings in other languages, is judged by weights fitted
 * without it. Give a --dataset for every --corpus.
 */
const usage = `npx tsx evals/fit-quotations.ts [--corpus DIR --dataset FILE ...]
  Fits what the sentences quoted without a model are weighed by.
  Any number of pairs; without one, our own questions about seeds/.`;
const values = readOptions(usage, {
  corpus: { type: "string", multiple: true, default: ["seeds"] },
  dataset: { type: "string", multiple: true, default: ["evals/datasets/seeds.jsonl"] },
});
const folds = 8;

interface Example {
  readonly row: Case;
  readonly sentences: readonly Labelled[];
}

const sets = await Promise.all(
  values.corpus.map((corpus, index) => gather(corpus, values.dataset[index] ?? "")),
);
const examples = sets.flat();
const weights = fitWeights(examples);
const perFold = Array.from({ length: folds }, (_, fold) =>
  fitWeights(examples.filter(({ row }) => foldOf(row, folds) !== fold)),
);
for (const [index, set] of [examples, ...sets].entries()) {
  console.log(index === 0 ? "all sets" : values.dataset[index - 1], set.length);
  print("fitted", set, () => weights);
  print("cross-validated", set, ({ row }) => perFold[foldOf(row, folds)] ?? weights);
}
for (const [index, name] of featureNames.entries())
  console.log(`  ${name.padEnd(16)} ${weights[index]?.toFixed(2)}`);

function fitWeights(set: readonly Example[]): number[] {
  return fitChoice(set.map(({ sentences }) => sentences));
}

async function gather(corpus: string, dataset: string): Promise<Example[]> {
  const { rows, read } = await openSet(corpus, dataset);
  const gathered: Example[] = [];
  for (const row of rows.filter((one) => !isToBeRefused(one))) {
    const sentences = await readSentences(await read(row));
    gathered.push({
      row,
      sentences: sentences.map(({ passage: { document }, sentence, features }) => ({
        values: featureNames.map((name) => features[name]),
        isRight: row.gold.some((range) => countSharedLines(range, { ...sentence, document }) > 0),
      })),
    });
  }
  return gathered;
}

function print(title: string, set: readonly Example[], weightsFor: (example: Example) => number[]): void {
  const share = (depth: number) =>
    set.filter((example) => {
      const by = weightsFor(example);
      const order = example.sentences.toSorted((a, b) => weigh(by, b.values) - weigh(by, a.values));
      return order.slice(0, depth).some(({ isRight }) => isRight);
    }).length / set.length;
  console.log(
    `  ${title.padEnd(16)} gold first ${share(1).toFixed(3)}  among three ${share(3).toFixed(3)}  among eight ${share(8).toFixed(3)}`,
  );
}
