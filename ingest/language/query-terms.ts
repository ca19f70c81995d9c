import type { Alternative, TermGroup } from "../index/knowledge-base.ts";
import { chineseGroups } from "./chinese-groups.ts";
import type { Dictionary } from "./dictionary.ts";
import { englishGroups } from "./english-groups.ts";

export interface QueryOptions {
  /** Weight of the groups that look for a Chinese question's words in English passages; 0 leaves them out. */
  readonly crossLanguageWeight?: number;
  /** Most wordings of one group, best first. */
  readonly maximumAlternatives?: number;
}

/**
 * What a question looks for, in both languages: groups of index terms (see tokenize), each the wordings of one idea.
 *
 * English words and numbers, in a question of either language, give one group per longest dictionary phrase: its
 * own words (weight 1) and its Chinese translations as bigrams. Chinese text gives one group per character pair,
 * and per dictionary word a group of its English translations at `crossLanguageWeight`. Words that say nothing
 * about the subject are left out or weigh less; a question made only of them gives no groups. Labels are words of
 * the question as written and differ from each other, except that a cross-language group is labelled "word → en".
 *
 * Groups follow Pirkola's structured queries (SIGIR 1998). Group weights were chosen on XQuAD (en→zh, zh→zh) and
 * DRCD with BM25 k1 0.9, b 0.4, where a group's frequency is the weighted sum over its alternatives and an
 * alternative's frequency is the smallest of its terms'.
 */
export function queryGroups(
  question: string,
  dictionary: Dictionary,
  { crossLanguageWeight = 0.3, maximumAlternatives = 24 }: QueryOptions = {},
): TermGroup[] {
  const groups = [
    ...englishGroups(question, dictionary),
    ...chineseGroups(question, dictionary, crossLanguageWeight),
  ];
  return withoutRepeatedLabels(groups).map((group) => ({
    ...group,
    alternatives: withoutRepeatedTerms(group.alternatives).slice(0, maximumAlternatives),
  }));
}

function withoutRepeatedLabels(groups: readonly TermGroup[]): TermGroup[] {
  const heaviest = new Map<string, TermGroup>();
  for (const group of groups) {
    const label = group.label.toLowerCase();
    if (group.weight > (heaviest.get(label)?.weight ?? 0)) heaviest.set(label, group);
  }
  return [...heaviest.values()];
}

/** A wording counted twice would count its occurrences twice; the first, which is the heaviest, stays. */
function withoutRepeatedTerms(alternatives: readonly Alternative[]): Alternative[] {
  const byTerms = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    const key = alternative.terms.join(" ");
    if (key !== "" && !byTerms.has(key)) byTerms.set(key, alternative);
  }
  return [...byTerms.values()];
}
