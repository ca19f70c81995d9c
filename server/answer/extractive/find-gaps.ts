import type { Alternative } from "../../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { queryGroups } from "../../../ingest/language/query-terms.ts";
import { blankStopPhrases } from "../../../ingest/language/stop-words.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import { matchGroup, rarest, weighGroups } from "../match.ts";
import type { Reading } from "../reading.ts";
import { embedWords, nearness } from "./meaning.ts";
import { readNames } from "./names.ts";
import { readWords } from "./words.ts";

/**
 * For each word of a question how far the text is from holding it, 0..1: its rarity in the corpus times what its
 * nearest word in the text is short of. Names and numbers are held or not; nothing comes near them.
 */
export async function findGaps(
  question: string,
  text: string,
  { base, dictionary }: Pick<Reading, "base" | "dictionary">,
): Promise<number[]> {
  const words = readAskedWords(question, dictionary);
  const exact = new Set(readNames(question, dictionary).flatMap((name) => fold(name).split(/\s+/)));
  const held = indexTerms(text);
  const heldVectors = await embedWords(readWords(text, dictionary));
  const vectors = await embedWords(words);
  const groups = words.map((word) => ({
    label: word,
    weight: 1,
    alternatives: readWordings(word, dictionary),
  }));
  return weighGroups(groups, base).map(({ group, worth }, index) => {
    const { label, alternatives } = group;
    const isExact = exact.has(label) || /^\d+$/.test(label);
    let nearest = Math.sqrt(matchGroup(group, held));
    for (const vector of isExact ? [] : heldVectors)
      nearest = Math.max(nearest, nearness(vectors[index] as Float32Array, vector));
    return (alternatives.length > 0 ? worth / rarest : 1) * Math.max(0, 1 - nearest);
  });
}

/** The words of a question that say something, runs of Chinese that no dictionary knows among them. */
function readAskedWords(question: string, dictionary: Dictionary): string[] {
  const folded = blankStopPhrases(fold(question));
  const rest = [...folded];
  for (const { start, end } of dictionary.longestMatches(folded)) rest.fill(" ", start, end);
  const unknown = rest.join("").match(/\p{Script=Han}{2,}/gu) ?? [];
  return [...new Set([...readWords(question, dictionary), ...unknown])];
}

/** How else a word can be said. A Chinese word is all its character pairs, not any of them. */
export function readWordings(word: string, dictionary: Dictionary): Alternative[] {
  const groups = queryGroups(word, dictionary, { crossLanguageWeight: 1 });
  const wordings = /\p{Script=Han}/u.test(word)
    ? [
        { terms: [...indexTerms(word).keys()], weight: 1 },
        ...groups
          .filter(({ label }) => label.startsWith(`${word} →`))
          .flatMap(({ alternatives }) => alternatives),
      ]
    : groups.flatMap(({ alternatives }) => alternatives);
  return wordings
    .map(({ terms, weight }) => ({
      weight,
      terms: terms.filter((term) => term.length > 1 || /\d/.test(term)),
    }))
    .filter(({ terms }) => terms.length > 0);
}
