import type { KnowledgeBase, TermGroup } from "../../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import { weighGroups } from "../match.ts";
import { readWords } from "./words.ts";

/**
 * The words of a question, each with its rarity in the corpus as it stands, whatever the language. Those that only
 * name a document, by the groups in `naming`, are left out unless there are no others.
 */
export function weighWords(
  question: string,
  base: KnowledgeBase,
  { dictionary, naming }: { readonly dictionary: Dictionary; readonly naming: ReadonlySet<TermGroup> },
) {
  const all = readWords(question, dictionary);
  const names = new Set([...naming].map(({ label }) => label.toLowerCase()));
  const asking = all.filter((word) => !isMadeOf(word, names));
  const words = asking.length > 0 ? asking : all;
  const groups = words.map((word) => {
    const terms = [...indexTerms(word).keys()];
    const pairs = terms.filter((term) => [...term].length > 1 || terms.length === 1);
    return { label: word, weight: 1, alternatives: [{ terms: pairs.length > 0 ? pairs : terms, weight: 1 }] };
  });
  return weighGroups(groups, base).map(({ worth }, index) => ({ word: words[index] ?? "", worth }));
}

/** Whether the word, or every pair of characters of a Chinese one, is a name's. */
function isMadeOf(word: string, names: ReadonlySet<string>): boolean {
  if (names.has(word)) return true;
  if (!/^\p{Script=Han}{2,}$/u.test(word)) return false;
  return [...word].slice(1).every((_, at) => names.has(word.slice(at, at + 2)));
}
