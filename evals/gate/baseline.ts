import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { absent, meanOf } from "../metrics/measure.ts";
import { type ScoredSection, sectionTitles } from "../score-cases.ts";

/** What each question scored when the baseline was made, so that a later run is compared question by question. */
export interface Baseline {
  readonly dataset: string;
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, Values>>;
}

/** A question's mean by metric; a metric that was not measured is left out. */
export type Values = Readonly<Record<string, number>>;

/** Raised when a reader of older files would misread this one. */
const schema = 1;
const title = z.enum(sectionTitles);
const headSchema = z.object({
  schema: z.literal(schema),
  dataset: z.string(),
  /** Which value of a row is which. */
  metrics: z.partialRecord(title, z.array(z.string())),
});
/** The section, the question's id and its values, null where a metric has none. */
const rowSchema = z.tuple([title, z.string()]).rest(z.number().nullable());

export function toBaseline(dataset: string, sections: readonly ScoredSection[]): Baseline {
  const valuesOf = (measures: NonNullable<ScoredSection["runs"][number]["measures"]>): Values =>
    Object.fromEntries(
      Object.entries(measures).flatMap(([metric, measure]) => {
        const mean = meanOf(measure ?? absent);
        return mean === undefined ? [] : [[metric, round(mean)]];
      }),
    );
  const bySection = sections.map(({ title, runs }) => {
    const measured = runs.flatMap(({ id, measures }) =>
      measures === null ? [] : [[id, valuesOf(measures)] as const],
    );
    return [title, new Map(measured)] as const;
  });
  return { dataset, sections: new Map(bySection) };
}

/** JSON Lines, one row per question and section, so that a renewed baseline shows what moved. */
export async function writeBaseline(file: string, { dataset, sections }: Baseline): Promise<void> {
  const metrics = Object.fromEntries([...sections].map(([section, rows]) => [section, metricsOf(rows)]));
  const rows = [...sections].flatMap(([section, held]) =>
    [...held].map(([id, values]) => [
      section,
      id,
      ...metricsOf(held).map((metric) => values[metric] ?? null),
    ]),
  );
  const lines = [{ schema, dataset, metrics }, ...rows].map((row) => JSON.stringify(row));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${lines.join("\n")}\n`);
}

export async function readBaseline(file: string): Promise<Baseline> {
  const [first = "", ...rest] = (await readFile(file, "utf8")).trimEnd().split("\n");
  try {
    const { dataset, metrics } = headSchema.parse(JSON.parse(first));
    const sections = new Map<string, Map<string, Values>>();
    for (const [section, id, ...values] of rest.map((row) => rowSchema.parse(JSON.parse(row)))) {
      const named = (metrics[section] ?? []).map((metric, index) => [metric, values[index] ?? null] as const);
      const held = named.flatMap(([metric, value]) => (value === null ? [] : [[metric, value] as const]));
      sections.set(section, (sections.get(section) ?? new Map()).set(id, Object.fromEntries(held)));
    }
    return { dataset, sections };
  } catch (cause) {
    throw new Error(`${file} is no baseline of this program; make it anew with --renew`, { cause });
  }
}

function metricsOf(rows: ReadonlyMap<string, Values>): readonly string[] {
  return [...new Set([...rows.values()].flatMap((values) => Object.keys(values)))];
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
