import { describeFigure, describeTrust, listJudged } from "../judge/describe-judged.ts";
import { reachesAim, rules } from "../metrics/rules.ts";
import { attemptsOf, type CaseResult, isErrored } from "../run.ts";
import type { Section } from "../summary.ts";
import type { Report } from "./report.ts";

export function printReport({ dataset, server, cases, errored, sections, gate, judge }: Report): string {
  const model = server.model ?? "no model";
  const head = `${dataset}: ${cases} cases, ${errored} errored, ${server.documents} documents, ${server.passages} passages, ${model}`;
  return [head, ...sections.map(printSection), ...printJudge(judge), ...printGate(gate)].join("\n\n");
}

function printJudge(judge: Report["judge"]): readonly string[] {
  if (judge === null) return [];
  const figures = listJudged(judge).map(([name, figure]) => `  ${name}: ${describeFigure(figure)}`);
  return [[`Judge: ${describeTrust(judge)}`, ...figures].join("\n")];
}

function printGate(gate: Report["gate"]): readonly string[] {
  if (gate === null) return [];
  if (gate.refusals.length === 0) return ["The gate lets this pass."];
  return [["The gate refuses this:", ...gate.refusals.map((refusal) => `  ${refusal}`)].join("\n")];
}

/** The distinct messages of the runs that erred, each with the first case it happened to and how often. */
export function printErrors(results: readonly CaseResult[]): string {
  const casesByMessage = new Map<string, string[]>();
  for (const result of results.filter(isErrored)) {
    for (const attempt of attemptsOf(result)) {
      if (attempt.status !== "errored") continue;
      casesByMessage.set(attempt.message, [...(casesByMessage.get(attempt.message) ?? []), result.case.id]);
    }
  }
  return [...casesByMessage]
    .map(([message, ids]) => `errored ${ids.length}x, first ${ids[0]}: ${message}`)
    .join("\n");
}

/** A metric a row: over all questions with its interval, then by language; kinds stand in the report's files. */
function printSection({ title, metricNames, slices, elapsedInMs }: Section): string {
  const times = elapsedInMs === null ? "" : ` (p50 ${toMs(elapsedInMs.p50)}, p95 ${toMs(elapsedInMs.p95)})`;
  const [all, ...others] = slices;
  const languages = others.filter(({ by }) => by === "language");
  const rows = metricNames.map((metric) => {
    const figure = all?.metrics[metric];
    return [
      metric,
      figure?.value.toFixed(3) ?? "-",
      figure === undefined ? "" : `${figure.lo.toFixed(3)}–${figure.hi.toFixed(3)}`,
      String(figure?.count ?? 0),
      describeAim(metric, figure?.value),
      ...languages.map(({ metrics }) => metrics[metric]?.value.toFixed(3) ?? "-"),
    ];
  });
  const errored = all?.errored ? `, ${all.errored} errored` : "";
  const head = ["", "all", "95 %", "n", "aim", ...languages.map(({ name }) => name)];
  return `${title}: ${all?.cases ?? 0} questions${errored}${times}\n${printTable([head, ...rows])}`;
}

/** The aim, with a mark where it is missed. */
function describeAim(metric: string, value: number | undefined): string {
  const rule = rules[metric];
  if (rule?.aim === undefined || value === undefined) return "";
  return `${rule.better === "higher" ? "≥" : "≤"}${rule.aim}${reachesAim(metric, value) ? " " : "!"}`;
}

function printTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(pad).join("  ")}`).join("\n");
}

function toMs(time: number): string {
  return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
}
