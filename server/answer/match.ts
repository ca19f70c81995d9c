import type { KnowledgeBase, TermGroup } from "../../ingest/index/knowledge-base.ts";
import { createTermFinder, type FindTerms } from "../../ingest/language/term-finder.ts";

/** A question's group with what finding it is worth: its own weight times its rarity in the corpus. */
export interface WeighedGroup {
  readonly group: TermGroup;
  readonly worth: number;
}

/** Rarity is ln(1 / document frequency), smoothed so that what every passage holds is still worth something. */
export function weighGroups(groups: readonly TermGroup[], base: KnowledgeBase): WeighedGroup[] {
  const count = base.passageCount;
  return groups.map((group) => {
    const frequency = (base.documentFrequency(group) * count + 0.5) / (count + 1);
    return { group, worth: group.weight * Math.min(-Math.log(frequency), rarest) };
  });
}

/** A word that no passage holds counts as much as one held by one passage in a thousand. */
export const rarest = Math.log(1000);

/** How much of a question a text holds, 0..1: the share of the groups' worth; 0 for a question without groups. */
export type MeasureCoverage = (text: string) => number;

export function createCoverage(groups: readonly WeighedGroup[]): MeasureCoverage {
  const total = groups.reduce((sum, { worth }) => sum + worth, 0);
  const { find, wordings } = fileWordings(groups.map(({ group }) => group));
  const matches = new Float64Array(groups.length);
  return (text) => {
    const found = find(text);
    if (total === 0 || found.length === 0) return 0;
    for (const term of found) {
      for (const { group, weight, others } of wordings[term] ?? []) {
        if (weight > (matches[group] ?? 0) && others.every((other) => found.includes(other))) {
          matches[group] = weight;
        }
      }
    }
    const worth = groups.reduce((sum, group, index) => sum + group.worth * (matches[index] ?? 0), 0);
    matches.fill(0);
    return worth / total;
  };
}

/** An alternative of a group, filed under its first term. */
interface Wording {
  readonly group: number;
  readonly weight: number;
  readonly others: readonly number[];
}

/** Every alternative by the number of its first term, so that a text is only asked for what it may hold. */
function fileWordings(groups: readonly TermGroup[]): { find: FindTerms; wordings: readonly Wording[][] } {
  const numbers = new Map<string, number>();
  const wordings: Wording[][] = [];
  const numberOf = (term: string) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, wordings.push([]) - 1);
    return wordings.length - 1;
  };
  groups.forEach(({ alternatives }, group) => {
    for (const { terms, weight } of alternatives) {
      const [first, ...others] = terms.map(numberOf);
      if (first !== undefined) wordings[first]?.push({ group, weight: Math.min(1, weight), others });
    }
  });
  return { find: createTermFinder([...numbers.keys()]), wordings };
}

/** The weight of the best alternative whose terms all occur, 0..1. */
export function matchGroup(group: TermGroup, terms: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const { terms: wanted, weight } of group.alternatives) {
    if (weight > best && wanted.every((term) => terms.has(term))) best = weight;
  }
  return Math.min(1, best);
}
