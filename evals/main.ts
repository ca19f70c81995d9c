import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDictionary } from "../ingest/language/open-dictionary.ts";
import { type Arguments, readArguments, usage } from "./arguments.ts";
import { createClient } from "./client.ts";
import { readChange, readCommit } from "./commit.ts";
import { readCases } from "./datasets/case.ts";
import { describeMissingFiles, writePublicSet } from "./datasets/public-sets.ts";
import { relocateGold } from "./datasets/relocate-gold.ts";
import { readBaseline } from "./gate/baseline.ts";
import { judgeRun } from "./gate/judge-run.ts";
import { baselineFile } from "./gate/run-set.ts";
import { hashFolder } from "./hash-folder.ts";
import { runJudge } from "./judge/run-judge.ts";
import { createProgress } from "./progress.ts";
import { writeReport } from "./report/report.ts";
import { printErrors, printReport } from "./report/terminal.ts";
import { type CaseResult, isErrored, runCases } from "./run.ts";
import { type ScoredSection, scoreCases } from "./score-cases.ts";
import { offline, startServer } from "./server.ts";
import { openUnfinished } from "./unfinished.ts";

process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

try {
  await main(readArguments(process.argv.slice(2), process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(options: Arguments): Promise<void> {
  if (options.help) return console.log(usage);
  const missing = describeMissingData(options);
  if (missing !== null) return console.log(missing);

  const workspace = await mkdtemp(path.join(tmpdir(), "groundline-evals-"));
  try {
    await evaluate(options, workspace);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** Absent data is said aloud and is no failure: outside sets are never part of the project. */
function describeMissingData({ set, dataset, "bench-dir": benchDirectory }: Arguments): string | null {
  if (set !== undefined && set !== "traps") {
    const missing = describeMissingFiles(set, benchDirectory);
    return missing && `SKIPPED ${set}: ${missing}`;
  }
  if (set === undefined && !existsSync(dataset)) return `SKIPPED: there is no dataset at ${dataset}`;
  return null;
}

async function evaluate(options: Arguments, workspace: string): Promise<void> {
  const { name, file, corpus, only } = await prepare(options, workspace);
  const written = (await readCases(file)).slice(0, options.cases);
  const server = options.url === undefined ? await start(corpus, options, workspace) : null;
  try {
    const client = createClient({ url: server?.url ?? options.url ?? "" });
    const state = await client.readState();
    const cases = await relocateGold(written, client.readDocument);
    const progress = createProgress(cases.length, process.stderr);
    const { limit, live, probe } = options;
    const index = server === null ? state.generation : await hashFolder(corpus);
    const kind = { cases, only, limit, live, probe, index, url: options.url, change: readChange() };
    const unfinished = await openUnfinished(options.out, kind);
    if (unfinished.done.size > 0)
      console.error(`going on after ${unfinished.done.size} cases of an interrupted run`);
    const { done, keep: onResult } = unfinished;
    const results = await runCases({
      cases,
      client,
      only,
      limit,
      probe,
      done,
      onResult,
      onProgress: progress,
    });
    const errored = results.filter(isErrored).length;
    const scored = scoreCases(results, { limit: options.limit, dictionary: openDictionary(undefined) });
    const gate = await judgeAgainst(options, name, scored);
    const judge = await letJudge(options, results);
    const run = { dataset: name, commit: readCommit(), limit: options.limit, server: state };
    const report = await writeReport(options.out, { ...run, results, scored, gate, judge, errored });
    console.log(printReport(report));
    if (errored > 0)
      throw new Error(`\n${printErrors(results)}\nThe same command asks these again, and no others.`);
    await unfinished.finish();
  } finally {
    await server?.stop();
  }
}

/** With the baseline given, else with the committed one of this dataset, where there is one. */
async function judgeAgainst({ baseline, cases }: Arguments, name: string, scored: readonly ScoredSection[]) {
  const file = baseline ?? baselineFile(name);
  if (baseline === undefined && (cases !== undefined || !existsSync(file))) return null;
  return judgeRun(name, await readBaseline(file), scored);
}

async function letJudge({ judge: model, recorded }: Arguments, results: readonly CaseResult[]) {
  if (model === undefined) return null;
  return runJudge({
    model,
    recordedFile: recorded,
    environment: process.env,
    results,
    onExamined: (done, total) => createProgress(total, process.stderr)(done, 0),
  });
}

async function prepare(options: Arguments, workspace: string) {
  const { set, dataset, corpus, script, only, "bench-dir": benchDirectory = "" } = options;
  if (set === undefined) return { name: path.basename(dataset, ".jsonl"), file: dataset, corpus, only };
  if (set === "traps")
    return { name: set, file: "evals/datasets/traps.jsonl", corpus: "evals/datasets/traps", only };
  const written = await writePublicSet({ set, script, benchDirectory, directory: workspace });
  // Only RGB says what an answer must show.
  const searchOnly = set === "rgb" ? undefined : ("search" as const);
  const name = script === "other" ? `${set}, other script` : set;
  return { name, file: written.dataset, corpus: written.corpus, only: only ?? searchOnly };
}

function start(corpus: string, options: Arguments, workspace: string) {
  return startServer({
    corpus,
    dataDirectory: options["data-dir"] ?? path.join(workspace, "data"),
    logFile: path.join(options.out, "server.log"),
    environment: options.live ? {} : offline,
  });
}
