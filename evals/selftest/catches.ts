import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { type Case, isToBeRefused } from "../datasets/case.ts";
import { floors } from "../gate/floors.ts";
import { absent, meanOf } from "../metrics/measure.ts";
import { rules } from "../metrics/rules.ts";
import { type Measures, scoreAnswer } from "../score.ts";
import type { Fault } from "./faults.ts";
import { type Answered, answerByQuotes, type LinesOf, refuse } from "./reference-answer.ts";

export interface Catch {
  readonly fault: string;
  readonly planted: number;
  /** Of the planted answers, the share that a gating metric scores worse than the right answer. */
  readonly caught: number;
  /** The metrics that caught any, with the share each caught, the best first. */
  readonly by: readonly { readonly metric: string; readonly share: number }[];
}

export interface SelfTest {
  readonly cases: readonly Case[];
  readonly linesOf: LinesOf;
  readonly dictionary: Dictionary;
}

/** Plants each fault into the right answer of every case that has room for it, and says which metrics see it. */
export function findCatches(
  faults: readonly Fault[],
  { cases, linesOf, dictionary }: SelfTest,
): readonly Catch[] {
  return faults.map((fault) => {
    const pairs = cases
      .filter((one) => isToBeRefused(one) === (fault.ofRefusals ?? false))
      .map((one) => (isToBeRefused(one) ? refuse(one) : answerByQuotes(one, linesOf)))
      .flatMap((right) => {
        const faulty = fault.plant(right, linesOf);
        return faulty === null
          ? []
          : { right: measure(right, dictionary), faulty: measure(faulty, dictionary) };
      });
    const worse = pairs.map(({ right, faulty }) => namesOfWorse(right, faulty));
    const shareBy = (metric: string) => worse.filter((names) => names.includes(metric)).length / pairs.length;
    const by = [...new Set(worse.flat())].map((metric) => ({ metric, share: shareBy(metric) }));
    return {
      fault: fault.name,
      planted: pairs.length,
      caught: pairs.length === 0 ? 0 : worse.filter((names) => names.length > 0).length / pairs.length,
      by: by.sort((left, right) => right.share - left.share),
    };
  });
}

/** More than this, and the reader is not told where to look (EVALS.md section 3, line tightness). */
const mostCitedLines = 8;

function namesOfWorse(right: Measures, faulty: Measures): readonly string[] {
  return Object.keys(faulty).filter((metric) => {
    if (!isGating(metric)) return false;
    const value = meanOf(faulty[metric] ?? absent);
    const before = meanOf(right[metric] ?? absent);
    if (value === undefined) return false;
    if (metric === "cited lines") return value > mostCitedLines && value > (before ?? 0);
    if (before === undefined) return false;
    return rules[metric]?.better === "lower" ? value > before : value < before;
  });
}

/** By its fall, or by a floor. */
function isGating(metric: string): boolean {
  return rules[metric]?.gate !== "none" || metric in (floors.seeds?.Answers ?? {});
}

function measure({ case: one, asked }: Answered, dictionary: Dictionary): Measures {
  return scoreAnswer(one, asked, dictionary);
}
