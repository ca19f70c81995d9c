import type { Case } from "../datasets/case.ts";
import type { FoundAnswer } from "../wire.ts";
import { keyFactsShown } from "./key-facts-shown.ts";
import { type Measure, shareOf } from "./measure.ts";

export interface AnswerTo {
  readonly must: Case["must"];
  readonly answer: FoundAnswer;
}

/**
 * Share of the pairs of answers to one question, asked again or in other words, script or language, that agree: both
 * answer or both refuse, show the same key facts, and cite the same documents (EVALS.md section 3, stability; the
 * consistency of ParaRel, Elazar et al. 2021, section 3, with facts and sources in place of one word). Absent for
 * fewer than two answers.
 */
export function answersAgree(answers: readonly AnswerTo[]): Measure {
  const seen = answers.map(describe);
  const pairs = seen.flatMap((left, index) => seen.slice(index + 1).map((right) => left === right));
  return shareOf(pairs, (isAlike) => isAlike);
}

function describe({ must, answer }: AnswerTo): string {
  if (answer.status === "not_found") return "";
  const facts = must.map((fact) => keyFactsShown([fact], answer).sum);
  const documents = [...new Set(answer.citations.map(({ document }) => document))].sort();
  return JSON.stringify([facts, documents]);
}
