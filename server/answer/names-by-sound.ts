import type { KnowledgeBase, TermGroup } from "../../ingest/index/knowledge-base.ts";
import { spellInChinese } from "../../ingest/language/sounds/spell-in-chinese.ts";
import { chineseAlternative } from "../../ingest/language/wordings.ts";
import type { Question } from "./question.ts";

const mostSpellings = 4;
/** A name in Latin letters, not an acronym, perhaps with 's. */
const name = /^\p{Lu}\p{Ll}{2,}(?:['’]s)?$/u;

/**
 * The question with, for each foreign name that the documents do not hold in any known wording, the ways they hold to
 * write its sound in Chinese: Jacksonville finds 杰克逊维尔.
 */
export function nameBySound(question: Question, base: KnowledgeBase): Question {
  const named = new Map(question.searchGroups.map((group) => [group, addSpellings(group, base)]));
  const inPlace = (group: TermGroup) => named.get(group) ?? group;
  return {
    ...question,
    groups: question.groups.map(inPlace),
    searchGroups: question.searchGroups.map(inPlace),
  };
}

function addSpellings(group: TermGroup, base: KnowledgeBase): TermGroup {
  if (!name.test(group.label) || base.documentFrequency(group) > 0) return group;
  const stands = (alternative: TermGroup["alternatives"][number]) =>
    base.documentFrequency({ label: "", weight: 1, alternatives: [alternative] }) > 0;
  const spellings = spellInChinese(group.label.replace(/['’]s$/, ""), (pair) =>
    stands({ terms: [pair], weight: 1 }),
  )
    .map(({ text, cost }) => chineseAlternative(text, likeness(cost)))
    .filter(stands)
    .slice(0, mostSpellings);
  return spellings.length === 0 ? group : { ...group, alternatives: [...group.alternatives, ...spellings] };
}

/** The cost a character lies between 0.3, where every sound fits, and 2.6, where few do. */
function likeness(cost: number): number {
  return Math.max(0.2, Math.min(0.9, 1 - cost / 3));
}
