import path from "node:path";
import { fileURLToPath } from "node:url";
import { openDictionary } from "../ingest/language/open-dictionary.ts";
import { type Case, isFollowUp, isToBeRefused, readCases } from "./datasets/case.ts";
import { readOptions } from "./read-options.ts";
import { type Catch, findCatches } from "./selftest/catches.ts";
import { faults } from "./selftest/faults.ts";
import { createLinesOf } from "./selftest/seed-lines.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Every fault a metric must see, planted into right answers to our own questions. */
export async function runSelfTest(): Promise<readonly Catch[]> {
  const cases = (await readCases(path.join(root, "evals/datasets/seeds.jsonl"))).filter(isUsable);
  return findCatches(faults, { cases, linesOf: createLinesOf(), dictionary: openDictionary(undefined) });
}

/** The right answer is the quoted gold, so question and documents must be in one language and script. */
function isUsable(one: Case): boolean {
  if (isFollowUp(one)) return false;
  if (isToBeRefused(one)) return true;
  return one.gold.every(({ document }) => one.lang === (document.endsWith(".en.md") ? "en" : "zh-Hant"));
}

/** Below this share of a fault's answers the metrics cannot be relied on to see it. */
export const leastCaught = 0.95;

function printCatches(catches: readonly Catch[]): string {
  const rows = catches.map(({ fault, planted, caught, by }) => {
    const metrics = by.slice(0, 4).map(({ metric, share }) => `${metric} ${toPercent(share)}`);
    return `  ${fault.padEnd(22)}${String(planted).padStart(7)}${toPercent(caught).padStart(8)}  ${metrics.join(", ")}`;
  });
  return [`  ${"fault".padEnd(22)}planted  caught  by`, ...rows].join("\n");
}

function toPercent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

const usage = `npx tsx evals/selftest.ts
  Plants faults into right answers to our own questions and prints which metrics see them.
  Exits with 1 where a fault is seen too seldom.`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  readOptions(usage, {});
  const catches = await runSelfTest();
  console.log(printCatches(catches));
  if (catches.some(({ caught }) => caught < leastCaught)) process.exitCode = 1;
}
