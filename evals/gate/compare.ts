import { rules } from "../metrics/rules.ts";
import type { ScoredSection } from "../score-cases.ts";
import { signFlipTest } from "../statistics/sign-flip.ts";
import { type Baseline, toBaseline } from "./baseline.ts";

/** One metric over the questions that both runs measured it on. */
export interface Change {
  readonly section: string;
  readonly metric: string;
  readonly questions: number;
  readonly before: number;
  readonly now: number;
  /** Now minus before, turned so that below 0 is worse. */
  readonly gain: number;
  /** How likely chance alone makes a fall this deep. */
  readonly p: number;
}

/** Question by question, questions that ask the same in several languages drawn as one. */
export function compare(baseline: Baseline, scored: readonly ScoredSection[]): readonly Change[] {
  const current = toBaseline(baseline.dataset, scored);
  return scored.flatMap(({ title, runs }) => {
    const now = current.sections.get(title);
    const before = baseline.sections.get(title);
    const metrics = new Set([...(before?.values() ?? [])].flatMap((values) => Object.keys(values)));
    return [...metrics].flatMap((metric) => {
      const pairs = runs.flatMap(({ id, unit }) => {
        const [old, young] = [before?.get(id)?.[metric], now?.get(id)?.[metric]];
        return old === undefined || young === undefined ? [] : [{ unit, old, young }];
      });
      return pairs.length === 0 ? [] : [measureChange(title, metric, pairs)];
    });
  });
}

interface Pair {
  readonly unit: string;
  readonly old: number;
  readonly young: number;
}

function measureChange(section: string, metric: string, pairs: readonly Pair[]): Change {
  const sign = rules[metric]?.better === "lower" ? -1 : 1;
  const gains = new Map<string, number>();
  for (const { unit, old, young } of pairs) gains.set(unit, (gains.get(unit) ?? 0) + sign * (young - old));
  const mean = (read: (pair: Pair) => number) =>
    pairs.reduce((sum, pair) => sum + read(pair), 0) / pairs.length;
  const before = mean(({ old }) => old);
  const now = mean(({ young }) => young);
  const gain = mean(({ old, young }) => sign * (young - old));
  const p = signFlipTest([...gains.values()]);
  return { section, metric, questions: pairs.length, before, now, gain, p };
}
