import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { CaseRow } from "./case.ts";
import { layOut } from "./lay-out.ts";

/** The files of RGB (Chen et al. 2024) whose questions have positive and negative passages; any may be absent. */
export const rgbFiles = [
  { name: "zh_refine.json", lang: "zh-Hans" },
  { name: "en_refine.json", lang: "en" },
] as const;

const rowSchema = z.object({
  id: z.number(),
  query: z.string().min(1),
  /** Every slot must be filled; a list within it holds aliases, any one of which fills it. */
  answer: z.union([z.string(), z.array(z.union([z.string(), z.array(z.string()).min(1)]))]),
  positive: z.array(z.string()),
  negative: z.array(z.string()),
});
type RgbRow = z.output<typeof rowSchema>;

const passagesGiven = 5;
/** Shares of the given passages that do not answer. */
const noiseRates = [0, 0.4, 0.8];

/**
 * Every question at several rates of noise, and once with passages only that do not answer (RGB's negative
 * rejection), each over documents of its own: `documents` says which. k = ceil(5 · rate) negatives, positives first.
 */
export async function writeRgb({ benchDirectory, corpus }: { benchDirectory: string; corpus: string }) {
  const found = rgbFiles.filter(({ name }) => existsSync(path.join(benchDirectory, name)));
  const rows: CaseRow[] = [];
  for (const { name, lang } of found) {
    for (const row of await readRows(path.join(benchDirectory, name))) {
      const folder = `${lang}-${row.id}`;
      const passages = await writePassages(row, corpus, folder);
      rows.push(...toCases(row, { lang, folder, ...passages }));
    }
  }
  return rows;
}

async function readRows(file: string): Promise<readonly RgbRow[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, index) => {
    const parsed = rowSchema.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
    throw new Error(
      `${file}:${index + 1} ${parsed.error.issues[0]?.path.join(".")}: ${parsed.error.issues[0]?.message}`,
    );
  });
}

interface Written {
  readonly doc: string;
  readonly end: number;
}

async function writePassages({ positive, negative }: RgbRow, corpus: string, folder: string) {
  await mkdir(path.join(corpus, folder), { recursive: true });
  const write = (kind: string, texts: readonly string[]) =>
    Promise.all(
      texts.slice(0, passagesGiven).map(async (context, index): Promise<Written> => {
        const { text, paragraphs } = layOut([context]);
        const doc = `${folder}/${kind}-${index}.txt`;
        await writeFile(path.join(corpus, doc), text);
        return { doc, end: paragraphs[0]?.endLine ?? 1 };
      }),
    );
  return { positives: await write("positive", positive), negatives: await write("negative", negative) };
}

interface Given {
  readonly lang: CaseRow["lang"];
  readonly folder: string;
  readonly positives: readonly Written[];
  readonly negatives: readonly Written[];
}

function toCases(
  { query, answer }: RgbRow,
  { lang, folder, positives, negatives }: Given,
): readonly CaseRow[] {
  const common = { lang, question: query, triple: folder, match: "any" as const };
  const answerable = noiseRates.map((rate): CaseRow => {
    const noise = negatives.slice(0, Math.ceil(passagesGiven * rate));
    const holding = positives.slice(0, passagesGiven - noise.length);
    const gold = holding.map(({ doc, end }) => ({ doc, start: 1, end }));
    const documents = [...holding, ...noise].map(({ doc }) => doc);
    return {
      ...common,
      id: `${folder}-noise-${rate}`,
      type: `noise ${rate}`,
      gold,
      must: [answer].flat(),
      documents,
    };
  });
  const documents = negatives.map(({ doc }) => doc);
  const refusal: CaseRow = { ...common, id: `${folder}-refuse`, type: "unanswerable", gold: [], documents };
  return [...answerable.filter(({ gold }) => gold.length > 0), ...(documents.length > 0 ? [refusal] : [])];
}
