import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import path from "node:path";
import { toBaseline, writeBaseline } from "../gate/baseline.ts";
import type { GateVerdict } from "../gate/judge-run.ts";
import type { Judged } from "../judge/run-judge.ts";
import type { CaseResult } from "../run.ts";
import type { ScoredSection } from "../score-cases.ts";
import { percentile } from "../statistics/percentile.ts";
import { type Section, summarise } from "../summary.ts";
import type { ServerState } from "../wire.ts";
import { type FailureClass, failureClasses, findFailures } from "./failures.ts";
import { printHtml } from "./html.ts";
import { printMarkdown } from "./markdown.ts";
import { type Curve, recallCurves } from "./recall-curve.ts";

export interface Report {
  /** Raised when a reader of older reports would misread this one. */
  readonly schema: 2;
  readonly when: string;
  /** The commit that was scored, with `+` where files differed from it; null outside a checkout. */
  readonly commit: string | null;
  readonly machine: string;
  readonly dataset: string;
  readonly limit: number;
  readonly cases: number;
  readonly errored: number;
  readonly server: ServerState;
  readonly sections: readonly Section[];
  readonly recallCurves: readonly Curve[];
  /** Milliseconds by section at 5 %, 10 % … 100 % of the runs. */
  readonly latency: readonly Curve[];
  /** Null where there is no baseline to compare with. */
  readonly gate: GateVerdict | null;
  /** Null where no model judged the answers. */
  readonly judge: Judged | null;
  readonly failures: Readonly<Partial<Record<FailureClass, number>>>;
}

export interface Run {
  readonly dataset: string;
  readonly commit: string | null;
  readonly limit: number;
  readonly server: ServerState;
  readonly results: readonly CaseResult[];
  readonly scored: readonly ScoredSection[];
  readonly gate: GateVerdict | null;
  readonly judge: Judged | null;
  readonly errored: number;
}

/**
 * `report.json` holds the scores, `report.md` and `report.html` are for reading, `results.jsonl` has one line per
 * case, enough to score it again without a server, and `baseline.jsonl` is what a later run can be compared with.
 */
export async function writeReport(directory: string, run: Run): Promise<Report> {
  const failures = findFailures(run.results, run.scored);
  const report = toReport(run, failures);
  const write = (name: string, text: string) => writeFile(path.join(directory, name), text);
  await mkdir(directory, { recursive: true });
  await write("report.json", `${JSON.stringify(report, null, 2)}\n`);
  await write("report.md", printMarkdown(report, failures));
  await write("report.html", printHtml(report, failures));
  await write("results.jsonl", run.results.map((row) => `${JSON.stringify(row)}\n`).join(""));
  await writeBaseline(path.join(directory, "baseline.jsonl"), toBaseline(run.dataset, run.scored));
  return report;
}

function toReport(run: Run, failures: ReturnType<typeof findFailures>): Report {
  const { dataset, commit, limit, server, results, scored, gate, judge, errored } = run;
  const countOf = (wanted: FailureClass) =>
    failures.filter(({ reasons }) => reasons.some((reason) => reason.class === wanted)).length;
  return {
    schema: 2,
    when: new Date().toISOString(),
    commit,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.versions.node}`,
    dataset,
    limit,
    cases: results.length,
    errored,
    server,
    sections: summarise(scored),
    recallCurves: recallCurves(results, limit),
    latency: scored.flatMap(({ title, runs }) => {
      const values = percentilesOf(runs);
      return values === null ? [] : [{ name: title, values }];
    }),
    gate,
    judge,
    failures: Object.fromEntries(
      failureClasses.map((name) => [name, countOf(name)]).filter(([, count]) => count !== 0),
    ),
  };
}

/** Null where nothing was timed. */
function percentilesOf(runs: ScoredSection["runs"]): readonly number[] | null {
  const times = runs.flatMap(({ elapsedInMs }) => elapsedInMs ?? []);
  if (times.length === 0) return null;
  return Array.from({ length: 20 }, (_, index) => percentile(times, (index + 1) / 20) ?? 0);
}
