import type { KnowledgeBase, TermGroup } from "../../ingest/index/knowledge-base.ts";

/** A question's group with what finding it is worth: its own weight times its rarity in the corpus. */
export interface WeighedGroup {
  readonly group: TermGroup;
  readonly worth: number;
}

/** Rarity is ln(1 / document frequency), floored at one passage in a million. */
export function weighGroups(groups: readonly TermGroup[], base: KnowledgeBase): WeighedGroup[] {
  return groups.map((group) => {
    const frequency = Math.max(base.documentFrequency(group), 1e-6);
    return { group, worth: group.weight * Math.min(-Math.log(frequency), rarest) };
  });
}

/** A word that no passage holds counts as much as one held by one passage in a thousand. */
const rarest = Math.log(1000);

/** Share of the question's worth found among the terms, 0..1; 0 for a question without groups. */
export function coverage(groups: readonly WeighedGroup[], terms: ReadonlyMap<string, number>): number {
  const total = groups.reduce((sum, { worth }) => sum + worth, 0);
  const found = groups.reduce((sum, { group, worth }) => sum + worth * matchGroup(group, terms), 0);
  return total === 0 ? 0 : found / total;
}

/** The weight of the best alternative whose terms all occur, 0..1. */
export function matchGroup(group: TermGroup, terms: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const { terms: wanted, weight } of group.alternatives) {
    if (weight > best && wanted.every((term) => terms.has(term))) best = weight;
  }
  return Math.min(1, best);
}
