import { absent, meanOf, pool } from "../metrics/measure.ts";
import { rules } from "../metrics/rules.ts";
import type { ScoredSection } from "../score-cases.ts";
import type { Baseline } from "./baseline.ts";
import { type Change, compare } from "./compare.ts";
import { floors } from "./floors.ts";

/** A fall of more than this counts, where chance is less likely than this to have made it (EVALS.md section 8). */
const toleratedFall = 0.01;
const significance = 0.05;

export interface GateVerdict {
  readonly changes: readonly Change[];
  /** Why the run is refused, a sentence each; none where it passes. */
  readonly refusals: readonly string[];
}

/** Whether a run is good enough to be released: hard promises, floors, and no worse than the baseline. */
export function judgeRun(name: string, baseline: Baseline, scored: readonly ScoredSection[]): GateVerdict {
  const changes = compare(baseline, scored);
  return {
    changes,
    refusals: [
      ...refuseUnmeasured(baseline, scored),
      ...refuseBrokenPromises(scored),
      ...refuseFloors(name, scored),
      ...changes.filter(isWorse).map(describeFall),
    ],
  };
}

/** A run that leaves out what it fails at would pass every comparison. */
function refuseUnmeasured(baseline: Baseline, scored: readonly ScoredSection[]): readonly string[] {
  const errored = scored.flatMap(({ title, runs }) => {
    const count = runs.filter(({ measures }) => measures === null).length;
    return count === 0 ? [] : [`${title}: ${count} runs erred and say nothing`];
  });
  const gone = [...baseline.sections].flatMap(([section, rows]) => {
    const held = new Set(scored.find(({ title }) => title === section)?.runs.map(({ id }) => id));
    const missing = [...rows.keys()].filter((id) => !held.has(id));
    return missing.length === 0
      ? []
      : [`${section}: ${missing.length} questions of the baseline were not asked, first ${missing[0]}`];
  });
  const unmeasured = [...baseline.sections].flatMap(([section, rows]) => {
    const metrics = new Set([...rows.values()].flatMap((values) => Object.keys(values)));
    return [...metrics]
      .filter((metric) => measured(scored, section, metric) === undefined)
      .map((metric) => `${section}: ${metric} has no data, which the baseline has`);
  });
  return [...errored, ...gone, ...unmeasured];
}

function refuseBrokenPromises(scored: readonly ScoredSection[]): readonly string[] {
  const hard = Object.keys(rules).filter((metric) => rules[metric]?.gate === "hard");
  return scored.flatMap(({ title }) =>
    hard.flatMap((metric) => {
      const value = measured(scored, title, metric);
      if (value === undefined || value === 1) return [];
      return [`${title}: ${metric} is ${value.toFixed(4)} and must be exactly 1`];
    }),
  );
}

function refuseFloors(name: string, scored: readonly ScoredSection[]): readonly string[] {
  return Object.entries(floors[name] ?? {}).flatMap(([section, bySection]) =>
    Object.entries(bySection).flatMap(([metric, floor]) => {
      const value = measured(scored, section, metric);
      if (value === undefined) return [`${section}: ${metric} has a floor and no data`];
      const isBroken = rules[metric]?.better === "lower" ? value > floor : value < floor;
      return isBroken ? [`${section}: ${metric} is ${value.toFixed(3)}, past its floor of ${floor}`] : [];
    }),
  );
}

function isWorse({ metric, gain, p }: Change): boolean {
  return rules[metric]?.gate === "drop" && gain < -toleratedFall && p < significance;
}

function describeFall({ section, metric, before, now, gain, p, questions }: Change): string {
  const points = (-100 * gain).toFixed(1);
  return `${section}: ${metric} is worse by ${points} points (${before.toFixed(3)} to ${now.toFixed(3)}, ${questions} questions, p ${p.toFixed(4)})`;
}

function measured(scored: readonly ScoredSection[], section: string, metric: string): number | undefined {
  const runs = scored.find(({ title }) => title === section)?.runs ?? [];
  return meanOf(pool(runs.map(({ measures }) => measures?.[metric] ?? absent)));
}
