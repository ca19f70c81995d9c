import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type CommonRun, createRunFinder } from "./common-runs.ts";
import { overlapNames } from "./overlap-names.ts";
import { readOptions } from "./read-options.ts";

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

export interface Overlap {
  readonly brief: string;
  /** The paper that shares the most 8-grams with the brief. */
  readonly paper: string;
  readonly longest: CommonRun;
  /** Runs with any paper of at least the minimum length that are not names. */
  readonly runs: readonly (CommonRun & { readonly paper: string })[];
}

interface OverlapOptions {
  readonly names?: readonly string[];
  readonly minimum?: number;
}

/** Two texts that share this many characters in a row are likely to share the wording. */
const gramLength = 8;

/** How much of each brief stands word for word in the papers, widths unified (NFKC) and whitespace removed. */
export function compareBriefs(
  briefs: readonly TextFile[],
  papers: readonly TextFile[],
  { names = overlapNames, minimum = 16 }: OverlapOptions = {},
): readonly Overlap[] {
  const isName = createNameTest(names);
  const prepared = papers.map(({ name, text }) => {
    const squeezed = squeeze(text);
    return { name, grams: new Set(gramsOf(squeezed)), finder: createRunFinder(squeezed) };
  });
  return briefs.map((brief) => {
    const text = squeeze(brief.text);
    const grams = gramsOf(text);
    const [own] = prepared
      .map((paper) => ({ ...paper, shared: grams.filter((gram) => paper.grams.has(gram)).length }))
      .sort((left, right) => right.shared - left.shared);
    if (own === undefined) throw new Error("There is no paper to compare the briefs with.");
    const runs = prepared.flatMap(({ name, finder }) =>
      finder.atLeast(minimum, text).map((run) => ({ ...run, paper: name })),
    );
    return {
      brief: brief.name,
      paper: own.name,
      longest: own.finder.longest(text),
      runs: runs.filter((run) => !isName(run.text)),
    };
  });
}

/** The folder's files whose names end so, in the order of their names. */
export async function readTexts(folder: string, ending: string): Promise<readonly TextFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), "utf8") })),
  );
}

/** A run is a name when fewer than 8 characters, signs aside, are left of it once the listed names are taken out. */
function createNameTest(names: readonly string[]): (run: string) => boolean {
  const longestFirst = names.map(lettersOf).sort((left, right) => right.length - left.length);
  return (run) => {
    const rest = longestFirst.reduce((left, name) => left.replaceAll(name, ""), lettersOf(run));
    return Array.from(rest).length < gramLength;
  };
}

function lettersOf(text: string): string {
  return squeeze(text).replace(/[\p{P}\p{S}]/gu, "");
}

function squeeze(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

function gramsOf(text: string): readonly string[] {
  const characters = Array.from(text);
  return [...new Set(characters.map((_, start) => characters.slice(start, start + gramLength).join("")))];
}

const usage = `npx tsx evals/overlap.ts --papers DIR [--briefs DIR]
  Prints what the briefs (seeds) say in the same words as the papers.`;

async function main(): Promise<void> {
  const text = { type: "string" } as const;
  const values = readOptions(usage, { briefs: { ...text, default: "seeds" }, papers: text });
  if (values.papers === undefined) {
    console.error(usage);
    process.exit(1);
  }
  const overlaps = compareBriefs(
    await readTexts(values.briefs, ".md"),
    await readTexts(values.papers, ".txt"),
  );
  for (const { brief, paper, longest, runs } of overlaps) {
    console.log(`${brief} (${paper}): longest ${Array.from(longest.text).length}: ${longest.text}`);
    for (const run of runs) console.log(`  ${Array.from(run.text).length} ${run.paper}: ${run.text}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
