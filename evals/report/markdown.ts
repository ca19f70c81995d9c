import { describeFigure, describeTrust, listJudged } from "../judge/describe-judged.ts";
import { reachesAim, rules } from "../metrics/rules.ts";
import type { Section } from "../summary.ts";
import type { Failure } from "./failures.ts";
import type { Report } from "./report.ts";

const worstShown = 20;

/** A table per section, the slices beneath it, and the worst rows. */
export function printMarkdown(report: Report, failures: readonly Failure[]): string {
  const { dataset, cases, errored, server, commit, when, gate } = report;
  const changes = new Map(
    gate?.changes.map((change) => [`${change.section}: ${change.metric}`, change.gain]),
  );
  return [
    `# ${cell(dataset)}`,
    `${cases} questions, ${errored} errored; ${server.documents} documents, ${server.passages} passages; ${server.model ?? "no model"}; commit ${commit ?? "unknown"}; ${when}.`,
    ...(gate === null ? [] : [printVerdict(gate.refusals)]),
    ...report.sections.map((section) => printSection(section, changes)),
    printJudge(report.judge),
    `## The worst ${Math.min(worstShown, failures.length)} of ${failures.length} rows with a fault`,
    ...failures.slice(0, worstShown).map(printFailure),
    "",
  ].join("\n\n");
}

function printVerdict(refusals: readonly string[]): string {
  if (refusals.length === 0) return "The gate lets this pass.";
  return ["**The gate refuses this:**", "", ...refusals.map((refusal) => `- ${refusal}`)].join("\n");
}

function printJudge(judge: Report["judge"]): string {
  const title = "## Judge";
  if (judge === null) return `${title}\n\nNo model judged these answers.`;
  const figures = listJudged(judge).map(([name, figure]) => `- ${name}: ${describeFigure(figure)}`);
  return [title, "", cell(describeTrust(judge)), "", ...figures].join("\n");
}

function printSection(
  { title, metricNames, slices, elapsedInMs }: Section,
  changes: ReadonlyMap<string, number>,
) {
  const [all, ...others] = slices;
  const rows = metricNames.map((metric) => {
    const figure = all?.metrics[metric];
    const gain = changes.get(`${title}: ${metric}`);
    const reached = figure === undefined ? null : reachesAim(metric, figure.value);
    const aim = rules[metric]?.aim;
    return [
      metric,
      figure?.value.toFixed(3) ?? "–",
      figure === undefined ? "" : `${figure.lo.toFixed(3)}–${figure.hi.toFixed(3)}`,
      String(figure?.count ?? 0),
      aim === undefined
        ? ""
        : `${rules[metric]?.better === "lower" ? "≤" : "≥"} ${aim}${reached ? "" : ", missed"}`,
      gain === undefined ? "" : `${gain >= 0 ? "+" : "−"}${Math.abs(100 * gain).toFixed(1)}`,
      ...others.map(({ metrics }) => metrics[metric]?.value.toFixed(3) ?? "–"),
    ];
  });
  const head = [
    "",
    "all",
    "95 %",
    "n",
    "aim",
    "gain in points",
    ...others.map(({ name, cases }) => `${name} (${cases})`),
  ];
  const times =
    elapsedInMs === null ? "" : `p50 ${elapsedInMs.p50.toFixed(1)} ms, p95 ${elapsedInMs.p95.toFixed(1)} ms`;
  return [`## ${title}`, "", times, "", toTable([head, head.map(() => "---"), ...rows])].join("\n");
}

function printFailure({ case: one, asked, reasons }: Failure): string {
  const cited = asked?.citations.map(
    ({ document, startLine, endLine, lines }) =>
      `- cited ${cell(document)} ${startLine}–${endLine}: ${cell(lines.map(({ text }) => text).join(" "))}`,
  );
  const gold = one.gold.map(
    (range) =>
      `- wanted ${cell(range.document)} ${range.startLine}–${range.endLine}${"quote" in range ? `: ${cell(range.quote)}` : ""}`,
  );
  return [
    `### ${cell(one.id)} (${one.lang}, ${cell(one.kind ?? one.type)}): ${reasons.map(({ class: name, text }) => `${name}: ${text}`).join("; ")}`,
    "",
    `- asked: ${cell(one.question)}`,
    ...(asked === null ? [] : [`- answered: ${cell(asked.answer.text)}`]),
    ...(cited ?? []),
    ...gold,
  ].join("\n");
}

function toTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** Text of a document or an answer as one line that forms no markup. */
function cell(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[\\`*_{}[\]<>|#]/g, "\\$&");
}
