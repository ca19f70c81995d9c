import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describeFigure, describeTrust, listJudged } from "../judge/describe-judged.ts";
import { reachesAim, rules } from "../metrics/rules.ts";
import type { Section } from "../summary.ts";
import { type Failure, failureClasses } from "./failures.ts";
import { printFailure } from "./html-failure.ts";
import { Markup, markup } from "./markup.ts";
import { plotChanges, plotLines, plotSlices } from "./plots.ts";
import type { Report } from "./report.ts";

const script = readFileSync(new URL("filter.js", import.meta.url), "utf8");
const style = readFileSync(new URL("style.css", import.meta.url), "utf8");

/** The report as one page that needs nothing else; no script runs in it but its own, and nothing is loaded. */
export function printHtml(report: Report, failures: readonly Failure[]): string {
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evals: ${report.dataset}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header><h1>${report.dataset}</h1>${printAbout(report)}</header>
${printVerdict(report)}
${printPlots(report)}
${report.sections.map(printSection)}
${printJudge(report)}
${printRows(report, failures)}
<script>${new Markup(script)}</script>
</body>
</html>
`;
  return page.text;
}

function printAbout({ when, commit, machine, cases, errored, server }: Report): Markup {
  return markup`<p class="about">${cases} questions, ${errored} errored · ${server.documents} documents, ${server.passages} passages · ${server.model ?? "no model"} · commit ${commit ?? "unknown"} · ${when.slice(0, 16).replace("T", " ")} UTC · ${machine}</p>`;
}

function printVerdict({ gate }: Report): Markup {
  if (gate === null) return markup`<p class="verdict">There is no baseline to compare with.</p>`;
  if (gate.refusals.length === 0) return markup`<p class="verdict">The gate lets this pass.</p>`;
  return markup`<div class="verdict refused"><strong>The gate refuses this.</strong><ul>${gate.refusals.map((refusal) => markup`<li>${refusal}</li>`)}</ul></div>`;
}

function printPlots({ recallCurves, latency, sections, gate }: Report): Markup {
  const slowest = Math.max(1, ...latency.flatMap(({ values }) => values.slice(0, -1)));
  const slicesOf = (title: string) => sections.find((section) => section.title === title)?.slices ?? [];
  const moved =
    gate?.changes.filter(({ metric, gain }) => metric !== "cited lines" && Math.abs(gain) >= 0.0005) ?? [];
  const card = (title: string, note: string, plot: Markup) =>
    markup`<section class="card"><h3>${title}</h3><p class="note">${note}</p>${plot}</section>`;
  return markup`<h2>At a glance</h2><div class="plots">
${recallCurves.length > 0 && card("Recall among the first k passages", "By the question's language.", plotLines({ curves: recallCurves, label: "Recall by depth", tickOf: (index) => String(index + 1), from: Math.min(0.5, ...recallCurves.flatMap(({ values }) => values)), to: 1, print: (value) => value.toFixed(2) }))}
${card("Time of a reply", "Milliseconds at which so many of the runs, in percent, had their whole reply; the slowest twentieth is left out.", plotLines({ curves: latency.map(({ name, values }) => ({ name, values: values.slice(0, -1) })), label: "Latency", tickOf: (index) => (index % 3 === 0 ? String((index + 1) * 5) : ""), from: 0, to: slowest, print: (value) => value.toFixed(0) }))}
${slicesOf("Search").length > 0 && card("Recall among the first five, by slice", "With 95 % intervals; in brackets the number of questions.", plotSlices("recall@5", slicesOf("Search")))}
${slicesOf("Answers").length > 0 && card("Gold cited, by slice", "Whether an answer cites the lines that answer.", plotSlices("gold cited", slicesOf("Answers")))}
${gate !== null && card("Change against the baseline", moved.length === 0 ? "Nothing moved." : "Question by question; red where chance does not explain a fall.", plotChanges(moved))}
</div>`;
}

function printSection({ title, metricNames, slices, elapsedInMs }: Section): Markup {
  const [all, ...others] = slices;
  const times =
    elapsedInMs === null ? "" : `p50 ${elapsedInMs.p50.toFixed(1)} ms, p95 ${elapsedInMs.p95.toFixed(1)} ms`;
  return markup`<h2>${title}</h2><p class="note">${all?.cases ?? 0} questions, ${all?.errored ?? 0} errored. ${times}</p>
<div class="card scroll"><table><thead><tr><th>metric</th><th>all</th><th>95 %</th><th>n</th><th>aim</th>${others.map(({ name, cases }) => markup`<th>${name} (${cases})</th>`)}</tr></thead>
<tbody>${metricNames.map((metric) => {
    const figure = all?.metrics[metric];
    const reached = figure === undefined ? null : reachesAim(metric, figure.value);
    const aim = rules[metric]?.aim;
    return markup`<tr><td>${metric}</td><td>${figure?.value.toFixed(3) ?? "–"}</td><td>${figure === undefined ? "" : `${figure.lo.toFixed(3)}–${figure.hi.toFixed(3)}`}</td><td>${figure?.count ?? 0}</td><td class="${reached === null ? "" : reached ? "reached" : "missed"}">${aim === undefined ? "" : `${rules[metric]?.better === "lower" ? "≤" : "≥"} ${aim}`}</td>${others.map(({ metrics }) => markup`<td>${metrics[metric]?.value.toFixed(3) ?? "–"}</td>`)}</tr>`;
  })}</tbody></table></div>`;
}

function printJudge({ judge }: Report): Markup {
  if (judge === null) return markup`<h2>Judge</h2><p class="note">No model judged these answers.</p>`;
  return markup`<h2>Judge</h2><p class="note">${describeTrust(judge)}</p>
<div class="card scroll"><table><tbody>${listJudged(judge).map(([name, figure]) => markup`<tr><td>${name}</td><td>${describeFigure(figure)}</td></tr>`)}${Object.entries(judge.exam.rightByKind).map(([kind, right]) => markup`<tr><td>exam: ${kind}</td><td>${right.toFixed(2)} told rightly</td></tr>`)}</tbody></table></div>`;
}

function printRows({ failures: counts }: Report, failures: readonly Failure[]): Markup {
  const option = (value: string, label = value) => markup`<option value="${value}">${label}</option>`;
  const languages = [...new Set(failures.map((failure) => failure.case.lang))].sort();
  const kinds = [...new Set(failures.map((failure) => failure.case.kind ?? failure.case.type))].sort();
  return markup`<h2>What went wrong</h2>
<form><label>fault <select name="fault">${option("", "any")}${failureClasses.flatMap((name) => (counts[name] ? [option(name, `${name} (${counts[name]})`)] : []))}</select></label>
<label>language <select name="lang">${option("", "any")}${languages.map((lang) => option(lang))}</select></label>
<label>kind <select name="kind">${option("", "any")}${kinds.map((kind) => option(kind))}</select></label>
<label>words <input name="words" type="search"></label><output></output></form>
${failures.map(printFailure)}`;
}
