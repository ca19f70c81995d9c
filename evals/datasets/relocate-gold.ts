import type { Case } from "./case.ts";
import { createRelocator, type Relocate } from "./relocate.ts";

type Range = Case["gold"][number];

/**
 * The cases with every quoted gold range where its quote stands now, so that an edited document keeps its gold.
 * Throws one error that names every case whose quote is gone; a range without a quote stays as written.
 */
export async function relocateGold(
  cases: readonly Case[],
  readDocument: (document: string) => Promise<readonly string[]>,
): Promise<readonly Case[]> {
  const relocators = new Map<string, Relocate>();
  const problems: string[] = [];
  const relocated: Case[] = [];
  for (const one of cases) {
    const gold: Range[] = [];
    for (const range of one.gold) gold.push(await find(range, one.id));
    relocated.push({ ...one, gold });
  }
  if (problems.length > 0) throw new Error(`Gold is lost; choose its lines again:\n${problems.join("\n")}`);
  return relocated;

  async function find(range: Range, id: string): Promise<Range> {
    if (!("quote" in range)) return range;
    const relocate = relocators.get(range.document) ?? createRelocator(await readDocument(range.document));
    relocators.set(range.document, relocate);
    const found = relocate(range);
    if (found === null) problems.push(`${id}: ${range.document} no longer holds "${range.quote}"`);
    return { ...range, ...found };
  }
}
