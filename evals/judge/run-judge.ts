import { fileURLToPath } from "node:url";
import { readCases } from "../datasets/case.ts";
import { meanOf } from "../metrics/measure.ts";
import type { CaseResult } from "../run.ts";
import { createLinesOf } from "../selftest/seed-lines.ts";
import { correctRate } from "../statistics/corrected-rate.ts";
import type { Figure } from "../summary.ts";
import { createCompletion } from "./chat-completion.ts";
import { type ExamResult, sitExam } from "./exam.ts";
import { makeExam } from "./exam-rows.ts";
import type { JudgeParts } from "./judge.ts";
import { type JudgedAnswers, judgeAnswers } from "./judge-answers.ts";
import { openRecordedReplies } from "./recorded-replies.ts";

/** What a model said of a run, and how far it can be believed. */
export interface Judged {
  readonly model: string;
  readonly exam: ExamResult;
  /** Replies on record, and those of them that this run had to ask for. */
  readonly replies: { readonly recorded: number; readonly asked: number };
  /** Null where no run was judged. */
  readonly answers: { readonly claims: JudgedFigure; readonly answers: JudgedFigure } | null;
}

/** Null without anything to judge; `corrected` is the share once the exam's mistakes are taken out of it. */
export type JudgedFigure = (Figure & { readonly corrected: number | null }) | null;

export interface JudgeRun {
  readonly model: string;
  readonly recordedFile: string;
  readonly environment: NodeJS.ProcessEnv;
  /** None: the exam only. */
  readonly results: readonly CaseResult[] | null;
  readonly onExamined?: (done: number, total: number) => void;
  readonly onJudged?: (done: number) => void;
}

/** The exam first, then the run. Replies on record are not asked for again. */
export async function runJudge(run: JudgeRun): Promise<Judged> {
  const { model, recordedFile, results } = run;
  const recorded = openRecordedReplies(recordedFile);
  const before = recorded.size;
  const parts = { model, recorded, complete: createComplete(run) };
  const dataset = fileURLToPath(new URL("../datasets/seeds.jsonl", import.meta.url));
  const rows = makeExam(await readCases(dataset), createLinesOf());
  const exam = await sitExam(parts, rows, (done) => run.onExamined?.(done, rows.length));
  const judged = results === null ? null : await judgeAnswers(parts, results, run.onJudged);
  return {
    model,
    exam,
    replies: { recorded: recorded.size, asked: recorded.size - before },
    answers: judged && { claims: toFigure(judged.claims, exam), answers: toFigure(judged.answers, null) },
  };
}

/** Only claims are what the exam's rows are, so only their rate can be corrected by it. */
function toFigure(measure: JudgedAnswers["claims"], exam: ExamResult | null): JudgedFigure {
  const value = meanOf(measure);
  if (value === undefined || measure.interval === null) return null;
  const corrected = exam && correctRate(value, exam);
  return { value, count: measure.count, ...measure.interval, corrected };
}

function createComplete({ model, recordedFile, environment }: JudgeRun): JudgeParts["complete"] {
  const { OPENAI_BASE_URL: address, OPENAI_API_KEY: apiKey } = environment;
  const baseUrl = address ?? (apiKey === undefined ? undefined : "https://api.openai.com/v1");
  if (baseUrl !== undefined) return createCompletion({ baseUrl, apiKey, model });
  return () =>
    Promise.reject(
      new Error(
        `${recordedFile} does not hold a verdict of ${model} on this; set OPENAI_BASE_URL to ask for it`,
      ),
    );
}
