import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readCases } from "./datasets/case.ts";
import { createCompletion } from "./judge/chat-completion.ts";
import { type ExamResult, sitExam } from "./judge/exam.ts";
import { makeExam } from "./judge/exam-rows.ts";
import { type JudgedAnswers, judgeAnswers } from "./judge/judge-answers.ts";
import { openRecordedReplies } from "./judge/recorded-replies.ts";
import { createProgress } from "./progress.ts";
import { readOptions } from "./read-options.ts";
import type { CaseResult } from "./run.ts";
import { createLinesOf } from "./selftest/seed-lines.ts";

/**
 * Lets a language model judge a run's answers, after an exam of rows whose right verdict is known. Replies are
 * recorded by the hash of what was asked; without an address of a service the recorded ones alone are used.
 */
const usage = `npx tsx evals/judge.ts [options]
  Examines a judge model and, with --results, lets it judge a run. OPENAI_BASE_URL and OPENAI_API_KEY name its service.
  --model NAME      the judge (JUDGE_MODEL)
  --results FILE    results.jsonl of the run (none: the exam only)
  --recorded FILE   replies that are replayed, and added to (evals/judge/recorded.jsonl)`;
const values = readOptions(usage, {
  model: { type: "string", default: process.env.JUDGE_MODEL ?? "" },
  results: { type: "string" },
  recorded: { type: "string", default: "evals/judge/recorded.jsonl" },
});
const { OPENAI_BASE_URL: address, OPENAI_API_KEY: apiKey } = process.env;
const { model } = values;

if (model === "") {
  console.log("SKIPPED: name the judge with --model or JUDGE_MODEL, and its service with OPENAI_BASE_URL");
} else {
  await main();
}

async function main(): Promise<void> {
  const recorded = openRecordedReplies(values.recorded);
  const baseUrl = address ?? (apiKey === undefined ? undefined : "https://api.openai.com/v1");
  const complete =
    baseUrl === undefined
      ? () =>
          Promise.reject(
            new Error(`${values.recorded} does not hold this verdict; set OPENAI_BASE_URL to ask for it`),
          )
      : createCompletion({ baseUrl, apiKey, model });
  const parts = { model, complete, recorded };
  try {
    const dataset = fileURLToPath(new URL("datasets/seeds.jsonl", import.meta.url));
    const rows = makeExam(await readCases(dataset), createLinesOf());
    const show = createProgress(rows.length, process.stderr);
    const exam = await sitExam(parts, rows, (done) => show(done, 0));
    console.log(printExam(model, exam, rows.length));
    if (values.results !== undefined) {
      const lines = (await readFile(path.resolve(values.results), "utf8")).trimEnd().split("\n");
      const results = lines.map((line): CaseResult => JSON.parse(line));
      console.log(printJudged(await judgeAnswers(parts, results), exam));
    }
  } finally {
    await recorded.save();
  }
}

function printExam(name: string, exam: ExamResult, rows: number): string {
  const kinds = Object.entries(exam.rightByKind).map(
    ([kind, right]) => `  ${kind.padEnd(24)}${right.toFixed(2)}`,
  );
  return [
    `${name}: balanced accuracy ${exam.balancedAccuracy.toFixed(3)} over ${rows} rows, yes bias ${exam.yesBias.toFixed(3)}, ${exam.undecided} undecided`,
    ...kinds,
    exam.isTrusted ? "TRUSTED" : "UNTRUSTED: what it judges gates nothing",
  ].join("\n");
}

function printJudged({ claims, answers }: JudgedAnswers, { isTrusted }: ExamResult): string {
  const print = (name: string, { sum, count, interval }: JudgedAnswers["claims"]) =>
    `${name}: ${(sum / Math.max(1, count)).toFixed(3)} (${interval?.lo.toFixed(3)}–${interval?.hi.toFixed(3)}, n ${count})${isTrusted ? "" : " UNTRUSTED"}`;
  return [print("faithful claims", claims), print("faithful answers", answers)].join("\n");
}
