import path from "node:path";
import { type PublicSetName, writePublicSet } from "../datasets/public-sets.ts";

/** Documents and the questions that are asked about them. */
export interface RankingSet {
  readonly name: string;
  readonly corpus: string;
  readonly dataset: string;
  /** Every how many-th question is asked. */
  readonly every: number;
}

/** What `parseArgs` reads for the programs that work on several sets at once. */
export const setOptions = {
  corpus: { type: "string" },
  dataset: { type: "string" },
  "bench-dir": { type: "string" },
} as const;

interface SetArguments {
  readonly corpus?: string | undefined;
  readonly dataset?: string | undefined;
  readonly "bench-dir"?: string | undefined;
}

/** A part of the larger sets keeps the sets' sizes alike and a run short. */
const publicSets: readonly { readonly set: PublicSetName; readonly every: number }[] = [
  { set: "xquad-en-zh", every: 1 },
  { set: "xquad-zh-zh", every: 1 },
  { set: "xquad-en-en", every: 3 },
  { set: "drcd", every: 4 },
];

/** Our own questions, those that the arguments name, and the public sets where their folder is given. */
export async function listSets(
  { corpus, dataset, "bench-dir": benchDirectory }: SetArguments,
  workspace: string,
): Promise<readonly RankingSet[]> {
  if ((corpus === undefined) !== (dataset === undefined))
    throw new Error("--corpus DIR and --dataset FILE.jsonl belong together: give both or neither");
  const own = { name: "seeds", corpus: "seeds", dataset: "evals/datasets/seeds.jsonl", every: 1 };
  const sets: RankingSet[] = [own];
  if (corpus !== undefined && dataset !== undefined)
    sets.push({ name: path.basename(dataset), corpus, dataset, every: 1 });
  if (benchDirectory === undefined) return sets;
  for (const { set, every } of publicSets) {
    const directory = path.join(workspace, set);
    const written = await writePublicSet({ set, script: "own", benchDirectory, directory });
    sets.push({ name: set, every, ...written });
  }
  return sets;
}
