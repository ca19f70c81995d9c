import { isFollowUp } from "../datasets/case.ts";
import { meanOf, pool } from "../metrics/measure.ts";
import { recallAtK } from "../metrics/recall-at-k.ts";
import type { CaseResult } from "../run.ts";

export interface Curve {
  readonly name: string;
  /** Recall among the first 1, 2, 3 … passages. */
  readonly values: readonly number[];
}

/** Over all questions that were searched for, and by language. */
export function recallCurves(results: readonly CaseResult[], limit: number): readonly Curve[] {
  const searched = results.filter((result) => result.search?.status === "done" && !isFollowUp(result.case));
  if (searched.length === 0) return [];
  const languages = [...new Set(searched.map((result) => result.case.lang))].sort();
  const curveOf = (name: string, some: readonly CaseResult[]) => ({
    name,
    values: Array.from({ length: limit }, (_, index) => recallOf(some, index + 1)),
  });
  return [
    curveOf("all", searched),
    ...languages.map((lang) =>
      curveOf(
        lang,
        searched.filter((result) => result.case.lang === lang),
      ),
    ),
  ];
}

function recallOf(results: readonly CaseResult[], k: number): number {
  const measures = results.map(({ case: one, search }) =>
    recallAtK(one, search?.status === "done" ? search.value : [], k),
  );
  return meanOf(pool(measures)) ?? 0;
}
