import { isFollowUp, isToBeRefused } from "./datasets/case.ts";
import { meanOf, pool } from "./metrics/measure.ts";
import type { Attempt, CaseResult } from "./run.ts";
import { type Measures, scoreAnswer, scoreSearch } from "./score.ts";

/** Some of the cases of a section; `metrics` holds only what was measured. */
interface Slice {
  readonly name: string;
  readonly cases: number;
  readonly errored: number;
  readonly metrics: Readonly<Record<string, { readonly value: number; readonly count: number }>>;
}

export interface Section {
  readonly title: string;
  readonly metricNames: readonly string[];
  readonly slices: readonly Slice[];
  /** Of the runs that did not err; null where none did. */
  readonly elapsedInMs: { readonly p50: number; readonly p95: number } | null;
}

/** One run of one case within a section; `measures` is null where the run erred. */
interface Scored {
  readonly lang: string;
  /** What makes it hard, where the dataset says so; else what it asks for. */
  readonly kind: string;
  readonly measures: Measures | null;
  readonly elapsedInMs: number;
}

/** Follow-ups stand in sections of their own: they also measure how well earlier turns are carried over. */
export function summarise(results: readonly CaseResult[], limit: number): readonly Section[] {
  const single = results.filter((result) => !isFollowUp(result.case));
  const followUps = results.filter((result) => isFollowUp(result.case));
  const answerableFollowUps = followUps.filter((result) => !isToBeRefused(result.case));

  const search = single.flatMap((result) =>
    score(result, result.search, (passages) => scoreSearch(result.case, passages, limit)),
  );
  const followUpSearch = answerableFollowUps.flatMap((result) =>
    score(result, result.ask, ({ retrieved }) =>
      scoreSearch(result.case, retrieved, Number.POSITIVE_INFINITY),
    ),
  );
  const ask = (some: readonly CaseResult[]) =>
    some.flatMap((result) => score(result, result.ask, (asked) => scoreAnswer(result.case, asked)));

  return [
    describe("Search", search),
    describe("Search, follow-ups (as retrieved for the answer)", followUpSearch),
    describe("Answers", ask(single)),
    describe("Answers, follow-ups", ask(followUps)),
  ].filter(({ slices }) => slices.length > 0);
}

function score<Value>(
  { case: { lang, type, kind: named } }: CaseResult,
  attempt: Attempt<Value> | null,
  measure: (value: Value) => Measures,
): readonly Scored[] {
  if (attempt === null) return [];
  const kind = named ?? type;
  if (attempt.status === "errored") return [{ lang, kind, measures: null, elapsedInMs: 0 }];
  return [{ lang, kind, measures: measure(attempt.value), elapsedInMs: attempt.elapsedInMs }];
}

function describe(title: string, scored: readonly Scored[]): Section {
  if (scored.length === 0) return { title, metricNames: [], slices: [], elapsedInMs: null };
  const slices = [
    toSlice("all", scored),
    ...toSlices(scored, ({ lang }) => lang),
    ...toSlices(scored, ({ kind }) => kind),
  ];
  const names = scored.flatMap(({ measures }) => Object.keys(measures ?? {}));
  const metricNames = [...new Set(names)].filter((name) => slices.some(({ metrics }) => name in metrics));
  return { title, metricNames, slices, elapsedInMs: toPercentiles(scored) };
}

function toSlices(scored: readonly Scored[], nameOf: (one: Scored) => string): readonly Slice[] {
  const names = [...new Set(scored.map(nameOf))].sort();
  return names.map((name) =>
    toSlice(
      name,
      scored.filter((one) => nameOf(one) === name),
    ),
  );
}

function toSlice(name: string, scored: readonly Scored[]): Slice {
  const measured = scored.flatMap(({ measures }) => (measures === null ? [] : [measures]));
  const metrics: Record<string, { value: number; count: number }> = {};
  for (const metric of new Set(measured.flatMap(Object.keys))) {
    const pooled = pool(measured.flatMap((measures) => measures[metric] ?? []));
    const value = meanOf(pooled);
    if (value !== undefined) metrics[metric] = { value, count: pooled.count };
  }
  return { name, cases: scored.length, errored: scored.length - measured.length, metrics };
}

function toPercentiles(scored: readonly Scored[]): Section["elapsedInMs"] {
  const times = scored.filter(({ measures }) => measures !== null).map(({ elapsedInMs }) => elapsedInMs);
  if (times.length === 0) return null;
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.ceil(share * times.length) - 1] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
