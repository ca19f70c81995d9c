import { readFile } from "node:fs/promises";
import path from "node:path";
import { describeFigure, describeTrust, listJudged } from "./judge/describe-judged.ts";
import { type Judged, runJudge } from "./judge/run-judge.ts";
import { createProgress } from "./progress.ts";
import { readOptions } from "./read-options.ts";
import type { CaseResult } from "./run.ts";

/**
 * Lets a language model judge a run's answers, after an exam of rows whose right verdict is known. Replies are
 * recorded by the hash of what was asked; without an address of a service the recorded ones alone are used.
 */
const usage = `npx tsx evals/judge.ts [options]
  Examines a judge model and, with --results, lets it judge a run. OPENAI_BASE_URL and OPENAI_API_KEY name its service.
  npm run evals -- --judge NAME does the same for the run it makes, and reports it.
  --model NAME      the judge (JUDGE_MODEL)
  --results FILE    results.jsonl of the run (none: the exam only)
  --recorded FILE   replies that are replayed, and added to (evals/judge/recorded.jsonl)`;
const values = readOptions(usage, {
  model: { type: "string", default: process.env.JUDGE_MODEL ?? "" },
  results: { type: "string" },
  recorded: { type: "string", default: "evals/judge/recorded.jsonl" },
});

if (values.model === "") {
  console.log("SKIPPED: name the judge with --model or JUDGE_MODEL, and its service with OPENAI_BASE_URL");
} else {
  try {
    console.log(print(await judge()));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function judge(): Promise<Judged> {
  return runJudge({
    model: values.model,
    recordedFile: values.recorded,
    environment: process.env,
    results: values.results === undefined ? null : await readResults(path.resolve(values.results)),
    onExamined: (done, total) => createProgress(total, process.stderr)(done, 0),
  });
}

async function readResults(file: string): Promise<readonly CaseResult[]> {
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  return lines.map((line): CaseResult => JSON.parse(line));
}

function print(judged: Judged): string {
  const kinds = Object.entries(judged.exam.rightByKind).map(
    ([kind, right]) => `  ${kind.padEnd(24)}${right.toFixed(2)}`,
  );
  const figures = listJudged(judged).map(([name, figure]) => `${name}: ${describeFigure(figure)}`);
  return [describeTrust(judged), ...kinds, ...figures].join("\n");
}
