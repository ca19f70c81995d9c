import { answersAgree } from "./metrics/answers-agree.ts";
import { keyFactsShown } from "./metrics/key-facts-shown.ts";
import { languageGap } from "./metrics/language-gap.ts";
import { lineHitAtK } from "./metrics/line-hit.ts";
import { absent, pool } from "./metrics/measure.ts";
import { noiseDrop } from "./metrics/noise-drop.ts";
import { scriptGap } from "./metrics/script-gap.ts";
import type { CaseResult } from "./run.ts";
import type { Measures } from "./score.ts";

/** What rows that ask the same, in several languages and scripts or amid more and more noise, say together. */
export function scoreTriple(rows: readonly CaseResult[]): Measures {
  const searched = rows.flatMap((row) =>
    row.search?.status === "done" ? [{ case: row.case, hit: lineHitAtK(row.case, row.search.value, 5) }] : [],
  );
  const answers = rows.flatMap(({ case: { must, type }, ask }) =>
    ask?.status === "done" ? [{ must, type, answer: ask.value.answer }] : [],
  );
  const isOfNoise = answers.some(({ type }) => type === noiseTypes.quiet);
  const factsAt = (wanted: string) =>
    pool(
      answers.filter(({ type }) => type === wanted).map(({ must, answer }) => keyFactsShown(must, answer)),
    );
  return {
    "script gap": scriptGap(searched),
    "language gap": languageGap(searched),
    // Amid more noise the same answer may well cite other documents.
    "answers agree": isOfNoise ? absent : answersAgree(answers),
    "noise drop": noiseDrop({ quiet: factsAt(noiseTypes.quiet), noisy: factsAt(noiseTypes.noisy) }),
  };
}

/** As RGB's loader names the rates at which the paper compares. */
const noiseTypes = { quiet: "noise 0", noisy: "noise 0.8" } as const;

/** What asking the same question again says of one answer. */
export function scoreProbes({ case: { must }, ask, probes }: CaseResult): Measures {
  if (ask?.status !== "done" || probes === undefined) return {};
  const again = probes.again.flatMap((one) => (one.status === "done" ? [one.value.answer] : []));
  const alone = probes.alone?.status === "done" ? keyFactsShown(must, probes.alone.value.answer) : absent;
  return {
    "same again": answersAgree([ask.value.answer, ...again].map((answer) => ({ must, answer }))),
    "noise drop": noiseDrop({ quiet: alone, noisy: keyFactsShown(must, ask.value.answer) }),
  };
}
