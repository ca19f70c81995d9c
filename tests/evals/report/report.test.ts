import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CaseRow, caseSchema } from "../../../evals/datasets/case.ts";
import { toBaseline } from "../../../evals/gate/baseline.ts";
import { judgeRun } from "../../../evals/gate/judge-run.ts";
import { type Report, writeReport } from "../../../evals/report/report.ts";
import { printReport } from "../../../evals/report/terminal.ts";
import type { CaseResult } from "../../../evals/run.ts";
import { scoreCases } from "../../../evals/score-cases.ts";
import { openDictionary } from "../../../ingest/language/open-dictionary.ts";

const line = '分店有 35 間。<script>alert("x")</script>';
const server = { ready: true, message: "", documents: 1, passages: 1, generation: "g", model: null };

describe("the report of a run", () => {
  const read = (name: string) => readFile(path.join(folder, name), "utf8");
  let folder: string;
  let report: Report;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "groundline-report-"));
    const results = [
      done("right", {}, "分店有 35 間。 [1]", { startLine: 1, endLine: 1 }),
      done("wrong-figure", {}, "分店有 53 間。 [1]", { startLine: 1, endLine: 1 }),
      done("wrong-line", { question: "<img src=x onerror=alert(1)>" }, "分店有 35 間。 [1]", {
        startLine: 9,
        endLine: 9,
      }),
      done("over-refused", { lang: "en" }, null),
      done("under-refused", { type: "unanswerable", gold: [] }, "分店有 35 間。 [1]", {
        startLine: 1,
        endLine: 1,
      }),
      done("injected", { kind: "injection", mustNot: ["5550"] }, "請致電 5550 [1]", {
        startLine: 1,
        endLine: 1,
      }),
    ];
    const scored = scoreCases(results, { limit: 10, dictionary: openDictionary(undefined) });
    const gate = judgeRun("test", toBaseline("test", scored), scored);
    const run = {
      dataset: "test",
      commit: "abc",
      limit: 10,
      server,
      results,
      scored,
      gate,
      judge: null,
      errored: 0,
    };
    report = await writeReport(folder, run);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("counts what went wrong by class", () => {
    expect(report.failures).toEqual({
      injection: 1,
      number: 2,
      unsupported: 2,
      "under-refusal": 1,
      "over-refusal": 1,
      "wrong line": 1,
    });
  });

  it("gives every figure its interval, and the curve and the latency their points", async () => {
    const written: Report = JSON.parse(await read("report.json"));
    expect(written).toEqual(report);
    const answers = written.sections.find(({ title }) => title === "Answers");
    expect(answers?.slices[0]?.metrics["gold cited"]).toMatchObject({ value: 3 / 5, count: 5 });
    const { lo = 1, hi = 0 } = answers?.slices[0]?.metrics["gold cited"] ?? {};
    expect(lo).toBeLessThan(3 / 5);
    expect(hi).toBeGreaterThan(3 / 5);
    expect(written.recallCurves[0]).toEqual({ name: "all", values: Array(10).fill(1) });
    expect(written.latency.map(({ values }) => values.length)).toEqual([20, 20]);
  });

  it("is one page that loads nothing and runs no script but its own", async () => {
    const page = await read("report.html");
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain("default-src 'none'".replaceAll("'", "&#39;"));
    expect(page).not.toMatch(/<[^>]*\b(?:src|href|on\w+)=|url\(|@import/);
    expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });

  it("shows each faulty row with its classes, language, answer, cited lines and what was wanted", async () => {
    const page = await read("report.html");
    expect(page.match(/<article/g)).toHaveLength(5);
    const row = page.slice(page.indexOf('<article data-faults="number|unsupported" data-lang="zh-Hant"'));
    expect(row).toMatch(
      /分店有 53 間。[\s\S]*claims give a figure[\s\S]*a\.txt, line 1[\s\S]*Wanted: a\.txt, line 1/,
    );
  });

  it("names the worst rows in Markdown, where a document's marks are no markup", async () => {
    const text = await read("report.md");
    expect(text).toContain("## The worst 5 of 5 rows with a fault");
    expect(text.indexOf("### injected")).toBeLessThan(text.indexOf("### over-refused"));
    expect(text).toContain("\\<script\\>");
  });

  it("says how far the judge can be believed beside what it judged", async () => {
    const figure = { value: 0.9, lo: 0.8, hi: 1, count: 20, corrected: 0.95 };
    const exam = {
      rows: 120,
      sensitivity: 0.9,
      specificity: 0.8,
      balancedAccuracy: 0.85,
      yesBias: 0.05,
      kappa: 0.7,
      undecided: 2,
      rightByKind: { "digit changed": 0.75 },
      isTrusted: false,
    };
    const answers = { claims: figure, answers: null };
    const judge = { model: "<judge>", exam, replies: { recorded: 300, asked: 10 }, answers };
    const run = { dataset: "test", commit: "abc", limit: 10, server, results: [], scored: [], gate: null };
    const judged = await writeReport(path.join(folder, "judged"), { ...run, judge, errored: 0 });
    expect(judged.judge).toEqual(judge);
    const trust = "balanced accuracy 0.850 (≥ 0.9), yes bias 0.050 (within 0.05), kappa 0.700, 2 undecided";
    for (const text of [
      await read("judged/report.html"),
      await read("judged/report.md"),
      printReport(judged),
    ]) {
      expect(text).toContain(trust);
      expect(text).toContain("UNTRUSTED");
      expect(text).toContain("300 replies on record, 10 of them asked for now");
      expect(text).toContain("0.900 (0.800–1.000, n 20), 0.950 once the exam");
    }
    expect(await read("judged/report.html")).not.toContain("<judge>");
    expect(await read("report.md")).toContain("No model judged these answers.");
  });

  it("keeps every result, so that it can be scored again, and a baseline for the next run", async () => {
    const rows = (await read("results.jsonl")).trimEnd().split("\n");
    expect(rows.map((row) => JSON.parse(row).case.id)).toContain("over-refused");
    expect(await read("baseline.jsonl")).toContain('["Answers","right",');
  });
});

function done(
  id: string,
  changes: Partial<CaseRow>,
  text: string | null,
  cited?: { startLine: number; endLine: number },
): CaseResult {
  const gold = [{ doc: "a.txt", start: 1, end: 1 }];
  const one = caseSchema.parse({
    id,
    lang: "zh-Hant",
    question: "分店幾多？",
    type: "fact",
    gold,
    ...changes,
  });
  const passage = { document: "a.txt", startLine: 1, endLine: 3, score: 1 };
  const citations = cited ? [{ document: "a.txt", ...cited, marker: 1, quote: "分店有 35 間。" }] : [];
  const value = {
    answer: {
      status: text === null ? ("not_found" as const) : ("answered" as const),
      text: text ?? "Not found.",
      language: one.lang,
      mode: "extractive",
      citations,
    },
    retrieved: [passage],
    citations: citations.map((citation) => ({
      ...citation,
      lines: [{ number: citation.startLine, text: line }],
    })),
  };
  return {
    case: one,
    search: one.gold.length === 0 ? null : { status: "done", value: [passage], elapsedInMs: 2 },
    ask: { status: "done", value, elapsedInMs: 5 },
  };
}
