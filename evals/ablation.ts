import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ablate, type Found } from "./ranking/ablate.ts";
import { meanMeasures } from "./ranking/measure-ranking.ts";
import { listSets, setOptions } from "./ranking/sets.ts";
import { listVariants, type Variant } from "./ranking/variants.ts";
import { readOptions } from "./read-options.ts";

/**
 * What each part of the search is worth: recall and reciprocal rank with one part switched off in turn, in process.
 * Folding is no part that can be switched off: the index itself is made of folded terms.
 */
const usage = `npx tsx evals/ablation.ts [options]
  Switches off each part of the search in turn and prints what that changes.
  Our own questions are always among the sets.
  --corpus DIR, --dataset FILE   your documents, and cases about them as JSON Lines
  --bench-dir DIR                folder of the public sets' files`;
const values = readOptions(usage, setOptions);
/** Kinds of questions that some parts are there for. */
const slices = ["paraphrase", "colloquial", "compare", "two-documents", "en-on-zh"];
const shown = ["recall1", "recall5", "reciprocalRank"] as const;

const workspace = await mkdtemp(path.join(tmpdir(), "ablation-"));
try {
  const variants = listVariants();
  for (const set of await listSets(values, workspace)) {
    const found = await ablate(set, variants);
    print(set.name, found);
    for (const slice of slices) print(`${set.name}, ${slice}`, found, slice);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(workspace, { recursive: true, force: true });
}

/** One line per variant; in brackets what switching the part off changes. */
function print(title: string, found: ReadonlyMap<Variant, readonly Found[]>, slice?: string): void {
  const rows = [...found].map(([variant, all]) => ({
    name: variant.name,
    rows: slice === undefined ? all : all.filter(({ type }) => type === slice),
  }));
  const [whole] = rows;
  if (whole === undefined || whole.rows.length === 0) return;
  const before = meanMeasures(whole.rows);
  const heads = ["R@1", "R@5", "MRR"].map((head) => head.padEnd(17)).join("");
  console.log(`\n${title}, ${whole.rows.length} questions\n${" ".repeat(28)}${heads}`.trimEnd());
  for (const { name, rows: held } of rows) {
    const means = meanMeasures(held);
    const cells = shown.map((measure) => describe(means[measure], means[measure] - before[measure]));
    console.log(`${name.padEnd(28)}${cells.join("")}`.trimEnd());
  }
}

function describe(value: number, change: number): string {
  return `${value.toFixed(3)} (${change < 0 ? "" : "+"}${change.toFixed(3)})`.padEnd(17);
}
