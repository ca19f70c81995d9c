import type { KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import { weighGroups } from "../match.ts";
import { readWords } from "./words.ts";

/** The words of a question, each with its rarity in the corpus as it stands, whatever the language. */
export function weighWords(question: string, base: KnowledgeBase, dictionary: Dictionary) {
  const words = readWords(question, dictionary);
  const groups = words.map((word) => {
    const terms = [...indexTerms(word).keys()];
    const pairs = terms.filter((term) => [...term].length > 1 || terms.length === 1);
    return { label: word, weight: 1, alternatives: [{ terms: pairs.length > 0 ? pairs : terms, weight: 1 }] };
  });
  return weighGroups(groups, base).map(({ worth }, index) => ({ word: words[index] ?? "", worth }));
}
