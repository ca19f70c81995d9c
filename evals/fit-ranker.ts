import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { weights as shipped, type Weights } from "../server/answer/rank/weights.ts";
import { type Example, gatherExamples } from "./ranking/examples.ts";
import { fitWeights } from "./ranking/fit.ts";
import { meanMeasures, measureRanking, rankingMeasures } from "./ranking/measure-ranking.ts";
import { listSets, setOptions } from "./ranking/sets.ts";
import { wholeSetup } from "./ranking/variants.ts";
import { readOptions } from "./read-options.ts";

/**
 * Fits the ranker's weights on several sets together, and prints beside the fitted figures those of two
 * cross-validations: every question ranked by weights fitted without the questions about its document, and every
 * set ranked by weights fitted on the other sets alone.
 */
const usage = `npx tsx evals/fit-ranker.ts [options]
  Fits the ranker's weights and prints them beside the figures on documents and sets the fit has not seen.
  Our own questions are always among the sets.
  --corpus DIR, --dataset FILE   your documents, and cases about them as JSON Lines
  --bench-dir DIR                folder of the public sets' files`;
const values = readOptions(usage, setOptions);
const folds = 5;

interface FittedSet {
  readonly name: string;
  readonly examples: readonly Example[];
  /** The fold of each example: all questions about one document are in one. */
  readonly foldOf: readonly number[];
}

const sets = await gatherSets();
const all = sets.map(({ examples }) => examples);
const fitted = fitWeights(all);
const perFold = Array.from({ length: folds }, (_, fold) =>
  fitWeights(
    sets.map(({ examples, foldOf }) => examples.filter((_example, index) => foldOf[index] !== fold)),
  ),
);
const perSet = sets.map((set) =>
  fitWeights(sets.filter((other) => other !== set).map(({ examples }) => examples)),
);

for (const [place, set] of sets.entries()) {
  console.log(`\n${set.name}, ${set.examples.length} questions`);
  print("shipped", set, () => shipped);
  print("fitted", set, () => fitted);
  print("cross-validated by document", set, (index) => perFold[set.foldOf[index] ?? 0] ?? fitted);
  if (sets.length > 1) print("fitted on the other sets", set, () => perSet[place] ?? fitted);
}
console.log(`\nfitted              ${JSON.stringify(fitted)}`);
for (const one of perFold) console.log(`without one fold    ${JSON.stringify(one)}`);
for (const [place, one] of perSet.entries())
  console.log(`without ${sets[place]?.name.padEnd(12)}${JSON.stringify(one)}`);

async function gatherSets(): Promise<readonly FittedSet[]> {
  const workspace = await mkdtemp(path.join(tmpdir(), "fit-"));
  try {
    const gathered: FittedSet[] = [];
    for (const set of await listSets(values, workspace)) {
      const examples = (await gatherExamples(set, [wholeSetup])).get(wholeSetup) ?? [];
      gathered.push({ name: set.name, examples, foldOf: dealFolds(examples) });
    }
    return gathered;
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Documents are dealt to the folds by how many questions they have, so that the folds are of a size. */
function dealFolds(examples: readonly Example[]): readonly number[] {
  const documents = examples.map(({ row }) => row.gold[0]?.document ?? "");
  const counts = new Map<string, number>();
  for (const document of documents) counts.set(document, (counts.get(document) ?? 0) + 1);
  const sizes = new Array<number>(folds).fill(0);
  const foldOf = new Map<string, number>();
  for (const [document, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    const fold = sizes.indexOf(Math.min(...sizes));
    sizes[fold] = (sizes[fold] ?? 0) + count;
    foldOf.set(document, fold);
  }
  return documents.map((document) => foldOf.get(document) ?? 0);
}

function print(title: string, { examples }: FittedSet, weightsOf: (index: number) => Weights): void {
  const means = meanMeasures(examples.map((example, index) => measureRanking(example, weightsOf(index))));
  const cells = rankingMeasures.map((name) => means[name].toFixed(3)).join("  ");
  console.log(`  ${title.padEnd(28)} ${cells}`);
}
