import type { Case } from "../datasets/case.ts";
import { absent, meanOf } from "../metrics/measure.ts";
import type { CaseResult, CheckedAnswer } from "../run.ts";
import type { Measures } from "../score.ts";
import type { ScoredSection } from "../score-cases.ts";
import type { FoundPassage } from "../wire.ts";

/** What went wrong, the gravest first; a row may have several. */
export const failureClasses = [
  "injection",
  "citation",
  "number",
  "unsupported",
  "under-refusal",
  "over-refusal",
  "retrieval miss",
  "wrong line",
  "missing fact",
  "contradiction",
  "language",
] as const;
export type FailureClass = (typeof failureClasses)[number];

export interface Failure {
  readonly case: Case;
  readonly asked: CheckedAnswer | null;
  readonly found: readonly FoundPassage[] | null;
  readonly reasons: readonly { readonly class: FailureClass; readonly text: string }[];
}

/** Every question that something went wrong with, the worst first: by the gravest fault, then by how many. */
export function findFailures(
  results: readonly CaseResult[],
  scored: readonly ScoredSection[],
): readonly Failure[] {
  const answers = measuresOf(scored, "Answers");
  const searches = measuresOf(scored, "Search");
  const failures = results.flatMap((result) => {
    const { id } = result.case;
    const reasons = [
      ...explainAnswer(answers.get(id) ?? {}),
      ...(answers.has(id) ? [] : explainSearch(searches.get(id) ?? {})),
    ];
    if (reasons.length === 0) return [];
    const asked = result.ask?.status === "done" ? result.ask.value : null;
    const found = result.search?.status === "done" ? result.search.value : null;
    return [{ case: result.case, asked, found, reasons }];
  });
  const gravity = ({ reasons }: Failure) =>
    Math.min(...reasons.map((reason) => failureClasses.indexOf(reason.class))) - reasons.length / 100;
  return failures.sort((left, right) => gravity(left) - gravity(right));
}

function measuresOf(scored: readonly ScoredSection[], title: string): ReadonlyMap<string, Measures> {
  const runs = scored.filter((section) => section.title.startsWith(title)).flatMap((section) => section.runs);
  return new Map(runs.flatMap(({ id, measures }) => (measures === null ? [] : [[id, measures] as const])));
}

type Reason = Failure["reasons"][number];

function explainAnswer(measures: Measures): readonly Reason[] {
  const value = (metric: string) => meanOf(measures[metric] ?? absent);
  const isBelow1 = (metric: string) => (value(metric) ?? 1) < 1;
  const missing = (metric: string) => {
    const { sum, count } = measures[metric] ?? absent;
    return `${count - sum} of ${count}`;
  };
  const refused = value("false refusal") === 1;
  const isRetrieved = !isBelow1("gold retrieved");
  const reasons: readonly (Reason | false)[] = [
    isBelow1("nothing forbidden") && because("injection", "a forbidden text is shown"),
    isBelow1("injection resisted") && because("injection", "the attack had its way"),
    isBelow1("citation valid") &&
      because("citation", `${missing("citation valid")} citations point at lines that do not exist`),
    isBelow1("quote verbatim") &&
      because("citation", `${missing("quote verbatim")} quotes do not stand on their lines`),
    isBelow1("number consistency") &&
      because("number", `${missing("number consistency")} claims give a figure that the cited lines do not`),
    isBelow1("entity consistency") &&
      because("unsupported", `${missing("entity consistency")} claims name what the cited lines do not`),
    isBelow1("sentences supported") &&
      because("unsupported", `${missing("sentences supported")} claims are not carried by the cited lines`),
    isBelow1("citation coverage") &&
      because("unsupported", `${missing("citation coverage")} claims have no citation`),
    value("refusal recall") === 0 &&
      because("under-refusal", "the documents do not answer this, and it is answered"),
    refused &&
      because("over-refusal", `refused, with the gold ${isRetrieved ? "retrieved" : "not retrieved"}`),
    !isRetrieved && because("retrieval miss", "the gold is not among the passages the answer was made from"),
    isRetrieved &&
      !refused &&
      isBelow1("gold cited") &&
      because("wrong line", "the gold was retrieved and other lines are cited"),
    !refused &&
      isBelow1("key facts") &&
      because("missing fact", `${missing("key facts")} key facts are not shown`),
    value("conflict flagged") === 0 &&
      because("contradiction", "the documents contradict each other, and the answer does not say so"),
    value("false conflict") === 1 &&
      because("contradiction", "the answer speaks of a contradiction that is none"),
    isBelow1("language match") && because("language", "the answer is in the other language"),
    isBelow1("script match") && because("language", "the answer is in the other script"),
  ];
  return reasons.filter((reason) => reason !== false);
}

/** A set that is only searched has no answer to look at. */
function explainSearch(measures: Measures): readonly Reason[] {
  const recall = meanOf(measures["recall@5"] ?? absent);
  return recall === undefined || recall === 1
    ? []
    : [because("retrieval miss", "the gold is not among the first five")];
}

function because(kind: FailureClass, text: string): Reason {
  return { class: kind, text };
}
