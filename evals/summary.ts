import { absent, meanOf, pool } from "./metrics/measure.ts";
import type { ScoredRun, ScoredSection } from "./score-cases.ts";
import { bootstrapInterval, type Interval } from "./statistics/bootstrap.ts";
import { percentile } from "./statistics/percentile.ts";
import { toUnits } from "./statistics/units.ts";

/** A pooled mean, how many things it was taken over, and its 95 % interval over questions. */
export interface Figure extends Interval {
  readonly value: number;
  readonly count: number;
}

/** Some of the cases of a section; `metrics` holds only what was measured. */
export interface Slice {
  readonly name: string;
  readonly by: "all" | "language" | "kind";
  readonly cases: number;
  readonly errored: number;
  readonly metrics: Readonly<Record<string, Figure>>;
}

export interface Section {
  readonly title: string;
  readonly metricNames: readonly string[];
  readonly slices: readonly Slice[];
  /** Of the runs that did not err; null where none did. */
  readonly elapsedInMs: { readonly p50: number; readonly p95: number } | null;
}

export function summarise(sections: readonly ScoredSection[]): readonly Section[] {
  return sections.map(({ title, runs }) => {
    const slices = [
      toSlice({ name: "all", by: "all" }, runs),
      ...toSlices("language", runs, ({ lang }) => lang),
      ...toSlices("kind", runs, ({ kind }) => kind),
    ];
    const names = runs.flatMap(({ measures }) => Object.keys(measures ?? {}));
    const metricNames = [...new Set(names)].filter((name) => slices.some(({ metrics }) => name in metrics));
    return { title, metricNames, slices, elapsedInMs: toPercentiles(runs) };
  });
}

function toSlices(by: Slice["by"], runs: readonly ScoredRun[], nameOf: (run: ScoredRun) => string | null) {
  const names = [...new Set(runs.flatMap((run) => nameOf(run) ?? []))].sort();
  return names.map((name) =>
    toSlice(
      { name, by },
      runs.filter((run) => nameOf(run) === name),
    ),
  );
}

function toSlice({ name, by }: Pick<Slice, "name" | "by">, runs: readonly ScoredRun[]): Slice {
  const measured = runs.filter(({ measures }) => measures !== null);
  const metrics: Record<string, Figure> = {};
  for (const metric of new Set(measured.flatMap(({ measures }) => Object.keys(measures ?? {})))) {
    const measureOf = ({ measures }: ScoredRun) => measures?.[metric] ?? absent;
    const pooled = pool(measured.map(measureOf));
    const value = meanOf(pooled);
    const interval = bootstrapInterval(toUnits(measured, { keyOf: ({ unit }) => unit, measureOf }));
    if (value !== undefined && interval !== null)
      metrics[metric] = { value, count: pooled.count, ...interval };
  }
  return { name, by, cases: runs.length, errored: runs.length - measured.length, metrics };
}

function toPercentiles(runs: readonly ScoredRun[]): Section["elapsedInMs"] {
  const times = runs.flatMap(({ elapsedInMs }) => elapsedInMs ?? []);
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return p50 === null || p95 === null ? null : { p50, p95 };
}
