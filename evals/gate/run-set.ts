import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { type Case, readCases } from "../datasets/case.ts";
import { relocateGold } from "../datasets/relocate-gold.ts";
import { runCases } from "../run.ts";
import { type ScoredSection, scoreCases } from "../score-cases.ts";
import { openInProcess } from "./in-process.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The sets of our own that every change is held against. */
export const gatedSets = [
  { name: "seeds", corpus: path.join(root, "seeds"), dataset: path.join(root, "evals/datasets/seeds.jsonl") },
  {
    name: "traps",
    corpus: path.join(root, "evals/datasets/traps"),
    dataset: path.join(root, "evals/datasets/traps.jsonl"),
  },
] as const;

export type GatedSet = (typeof gatedSets)[number];

export function baselineFile(name: string): string {
  return path.join(root, "evals/baseline", `${name}.jsonl`);
}

interface RunSetOptions {
  readonly dictionary: Dictionary;
  readonly isWanted?: (one: Case) => boolean;
  readonly onProgress?: (done: number, errored: number) => void;
}

const limit = 10;

export async function runSet(
  { corpus, dataset }: GatedSet,
  { dictionary, isWanted = () => true, onProgress = () => {} }: RunSetOptions,
): Promise<readonly ScoredSection[]> {
  const { client, close } = await openInProcess(corpus, dictionary);
  try {
    const cases = await relocateGold((await readCases(dataset)).filter(isWanted), client.readDocument);
    return scoreCases(await runCases({ cases, client, limit, onProgress }), { limit, dictionary });
  } finally {
    await close();
  }
}
