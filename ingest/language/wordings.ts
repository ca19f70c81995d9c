import type { Alternative } from "../index/knowledge-base.ts";
import { isEnglishStopWord } from "./stop-words.ts";
import { tokenize } from "./tokens.ts";

/** A single character occurs in many words that have nothing to do with it. */
const SINGLE_CHARACTER_FACTOR = 0.3;

/** A Chinese wording as index terms: its bigrams, a lone character as itself, Latin words and numbers as they are. */
export function chineseAlternative(text: string, weight: number): Alternative {
  const tokens = tokenize(text);
  const paired = new Set(
    tokens.filter(({ kind }) => kind === "cjk2").flatMap(({ start, end }) => [start, end - 1]),
  );
  const terms = tokens
    .filter(({ kind, start }) => kind !== "cjk1" || !paired.has(start))
    .map(({ term }) => term);
  const isSingleCharacter = tokens.length === 1 && tokens[0]?.kind === "cjk1";
  return {
    terms: [...new Set(terms)],
    weight: isSingleCharacter ? weight * SINGLE_CHARACTER_FACTOR : weight,
  };
}

/** An English wording, given as stemmed words, without its function words (unless there are no others). */
export function englishAlternative(words: readonly string[], weight: number): Alternative {
  const telling = words.filter((word) => !isEnglishStopWord(word));
  return { terms: [...new Set(telling.length > 0 ? telling : words)], weight };
}
