import type { Case } from "../../evals/datasets/case.ts";
import { type Baseline, readBaseline } from "../../evals/gate/baseline.ts";
import { judgeRun } from "../../evals/gate/judge-run.ts";
import { baselineFile, gatedSets, runSet } from "../../evals/gate/run-set.ts";
import { openDictionary } from "../../ingest/language/open-dictionary.ts";

/** Why the gate refuses what answers now, judged by a third of the seeds' questions, in whole triples. */
export async function judgeSomeSeeds(): Promise<readonly string[]> {
  const scored = await runSet(gatedSets[0], { dictionary: openDictionary(undefined), isWanted });
  return judgeRun("some seeds", some(await readBaseline(baselineFile("seeds"))), scored).refusals;
}

function isWanted({ id }: Pick<Case, "id">): boolean {
  return Number(id.replace(/\D/g, "")) % 9 < 3;
}

function some({ dataset, sections }: Baseline): Baseline {
  // Its rows are named by what several questions share.
  const single = [...sections].filter(([section]) => section !== "Together");
  const kept = single.map(
    ([section, rows]) => [section, new Map([...rows].filter(([id]) => isWanted({ id })))] as const,
  );
  return { dataset, sections: new Map(kept) };
}
