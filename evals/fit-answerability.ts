import { evidenceNames, readEvidence } from "../server/answer/extractive/answerability.ts";
import { quoteSentences } from "../server/answer/extractive/quote-sentences.ts";
import { replyToSmallTalk } from "../server/answer/small-talk.ts";
import { type Case, isToBeRefused } from "./datasets/case.ts";
import { foldOf, openSet } from "./fit/gather.ts";
import { fitLogistic, type Weighed, weigh } from "./fit/gradient.ts";
import { takeLinesAway } from "./fit/take-lines-away.ts";
import { areaUnderCurve } from "./metrics/area-under-curve.ts";
import { readOptions } from "./read-options.ts";

/**
 * Fits what the extractive answer says no by. Beside the unanswerable questions of the sets it learns from every
 * answerable one asked of the same documents without its gold lines. Beside the fitted figures stand those of a
 * cross-validation, in which every question, with its wordings in other languages, is judged by weights fitted without
 * it. Small talk and orders are decided by rules and left out. Give a --dataset for every --corpus.
 */
const usage = `npx tsx evals/fit-answerability.ts [--corpus DIR --dataset FILE ...]
  Fits what the answer without a model says no by.
  Any number of pairs; without one, our own questions about seeds/.`;
const values = readOptions(usage, {
  corpus: { type: "string", multiple: true, default: ["seeds"] },
  dataset: { type: "string", multiple: true, default: ["evals/datasets/seeds.jsonl"] },
});
const folds = 8;
/** Questions written to have no answer are few and say most; some of what was taken away stands elsewhere as well. */
const worths = { answerable: 1, unanswerable: 4, bereft: 0.5 };

interface Example extends Weighed {
  readonly row: Case;
  readonly isBereft: boolean;
}

const sets = await Promise.all(
  values.corpus.map((corpus, index) => gather(corpus, values.dataset[index] ?? "")),
);
const examples = sets.flat();
const weights = fitLogistic(examples);
const perFold = Array.from({ length: folds }, (_, fold) =>
  fitLogistic(examples.filter(({ row }) => foldOf(row, folds) !== fold)),
);
print("fitted", () => weights);
print("cross-validated", ({ row }) => perFold[foldOf(row, folds)] ?? weights);
for (const [index, name] of [...evidenceNames, "bias"].entries())
  console.log(`  ${name.padEnd(16)} ${weights[index]?.toFixed(2)}`);

async function gather(corpus: string, dataset: string): Promise<Example[]> {
  const { rows, read } = await openSet(corpus, dataset);
  const gathered = await readExamples(rows, read, false);
  for (const bereft of await takeLinesAway(corpus, rows)) {
    const set = await openSet(bereft.corpus, bereft.dataset);
    gathered.push(...(await readExamples(set.rows, set.read, true)));
  }
  return gathered;
}

type ReadCase = Awaited<ReturnType<typeof openSet>>["read"];

async function readExamples(rows: readonly Case[], read: ReadCase, isBereft: boolean): Promise<Example[]> {
  const examples: Example[] = [];
  for (const row of rows.filter(({ question, lang }) => replyToSmallTalk(question, lang) === null)) {
    const reading = await read(row);
    const quoted = await quoteSentences(reading);
    if (quoted.quotations.length === 0) continue;
    const evidence = await readEvidence(reading, quoted);
    const isRight = !isToBeRefused(row);
    const worth = isBereft ? worths.bereft : isRight ? worths.answerable : worths.unanswerable;
    examples.push({ row, isBereft, isRight, worth, values: evidenceNames.map((name) => evidence[name]) });
  }
  return examples;
}

function print(title: string, weightsFor: (example: Example) => number[]): void {
  const score = (set: readonly Example[]) =>
    set.map((example) => weigh(weightsFor(example), [...example.values, 1]));
  console.log(title);
  for (const [index, set] of sets.entries()) {
    const [answered, refused, bereft] = [
      score(set.filter(({ isRight }) => isRight)),
      score(set.filter(({ isRight, isBereft }) => !isRight && !isBereft)),
      score(set.filter(({ isBereft }) => isBereft)),
    ];
    console.log(
      `  ${values.dataset[index]}: area under the curve ${areaUnderCurve(answered, refused).toFixed(3)}, lines taken away ${areaUnderCurve(answered, bereft).toFixed(3)}`,
    );
    for (const least of [-1.5, -1.2, -1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4]) {
      const below = (scores: readonly number[]) => scores.filter((value) => value < least).length;
      console.log(
        `    below ${String(least).padStart(4)}: refused ${below(refused)}/${refused.length}, lines taken away ${below(bereft)}/${bereft.length}, falsely ${(below(answered) / answered.length).toFixed(3)}`,
      );
    }
  }
}
