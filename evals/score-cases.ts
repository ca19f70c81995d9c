import type { Dictionary } from "../ingest/language/dictionary.ts";
import { isFollowUp, isToBeRefused } from "./datasets/case.ts";
import { type Attempt, type CaseResult, isErrored } from "./run.ts";
import { type Measures, scoreAnswer, scoreSearch } from "./score.ts";
import { scoreProbes, scoreTriple } from "./score-together.ts";

/** One run of one case within a section; `measures` is null where the run erred. */
export interface ScoredRun {
  readonly id: string;
  /** Null for what was measured over rows in several languages. */
  readonly lang: string | null;
  /** What makes it hard, where the dataset says so; else what it asks for. */
  readonly kind: string;
  /** The same for rows that ask the same in several languages. */
  readonly unit: string;
  readonly measures: Measures | null;
  /** Null where it erred, and for what was measured over several runs. */
  readonly elapsedInMs: number | null;
}

export interface ScoredSection {
  readonly title: SectionTitle;
  readonly runs: readonly ScoredRun[];
}

export type SectionTitle = (typeof sectionTitles)[number];
export const sectionTitles = [
  "Search",
  "Search, follow-ups",
  "Answers",
  "Answers, follow-ups",
  "Together",
] as const;

interface ScoreOptions {
  /** Passages asked for in one search. */
  readonly limit: number;
  readonly dictionary: Dictionary;
}

/**
 * Follow-ups stand in sections of their own: they also measure how well earlier turns are carried over, and what
 * they retrieve is read from their answers, because a search has no history. `Together` has one run for all rows
 * that ask the same.
 */
export function scoreCases(
  results: readonly CaseResult[],
  { limit, dictionary }: ScoreOptions,
): readonly ScoredSection[] {
  const single = results.filter((result) => !isFollowUp(result.case));
  const followUps = results.filter((result) => isFollowUp(result.case));
  const answerable = followUps.filter((result) => !isToBeRefused(result.case));
  const answers = (some: readonly CaseResult[]) =>
    some.flatMap((result) =>
      score(result, result.ask, (asked) => ({
        ...scoreAnswer(result.case, asked, dictionary),
        ...scoreProbes(result),
      })),
    );
  const runs: Readonly<Record<SectionTitle, readonly ScoredRun[]>> = {
    Search: single.flatMap((result) =>
      score(result, result.search, (passages) => scoreSearch(result.case, passages, limit)),
    ),
    "Search, follow-ups": answerable
      .flatMap((result) =>
        score(result, result.ask, ({ retrieved }) =>
          scoreSearch(result.case, retrieved, Number.POSITIVE_INFINITY),
        ),
      )
      // The time is that of the whole answer.
      .map((run) => ({ ...run, elapsedInMs: null })),
    Answers: answers(single),
    "Answers, follow-ups": answers(followUps),
    Together: scoreTogether(single),
  };
  return sectionTitles.flatMap((title) => (runs[title].length > 0 ? [{ title, runs: runs[title] }] : []));
}

function score<Value>(
  { case: { id, lang, type, kind: named, triple } }: CaseResult,
  attempt: Attempt<Value> | null,
  measure: (value: Value) => Measures,
): readonly ScoredRun[] {
  if (attempt === null) return [];
  const run = { id, lang, kind: named ?? type, unit: triple ?? id };
  if (attempt.status === "errored") return [{ ...run, measures: null, elapsedInMs: null }];
  return [{ ...run, measures: measure(attempt.value), elapsedInMs: attempt.elapsedInMs }];
}

function scoreTogether(results: readonly CaseResult[]): readonly ScoredRun[] {
  const triples = [...new Set(results.flatMap((result) => result.case.triple ?? []))];
  return triples.flatMap((triple) => {
    const rows = results.filter((result) => result.case.triple === triple);
    if (rows.length < 2) return [];
    const measures = rows.some(isErrored) ? null : scoreTriple(rows);
    const kind = rows[0]?.case.kind ?? rows[0]?.case.type ?? "";
    return [{ id: triple, unit: triple, lang: null, kind, measures, elapsedInMs: null }];
  });
}
