import type { Dictionary } from "../../language/dictionary.ts";
import { chineseAlternative } from "../../language/wordings.ts";

interface TranslationFeature {
  readonly term: string;
  readonly weight: number;
}

/**
 * The Chinese terms for the longest phrase of stemmed words at `index` that the dictionary knows, and how many
 * words it took (at least 1). `isStopWord` runs parallel to `terms`; a phrase neither begins nor ends with one.
 */
export type PhraseTranslator = (
  terms: readonly string[],
  isStopWord: readonly boolean[],
  index: number,
) => { readonly length: number; readonly features: readonly TranslationFeature[] };

const LONGEST_PHRASE = 4;
const MOST_TRANSLATIONS = 4;
/** Bounds memory: a corpus has far fewer different phrases that the dictionary knows. */
const CACHE_LIMIT = 100_000;
const NOTHING: readonly TranslationFeature[] = [];

/** A translator of running English text that remembers what it has looked up. */
export function createPhraseTranslator(dictionary: Dictionary): PhraseTranslator {
  const cache = new Map<string, readonly TranslationFeature[]>();
  const lookUp = (phrase: readonly string[]): readonly TranslationFeature[] => {
    const key = phrase.join(" ");
    const known = cache.get(key);
    if (known !== undefined) return known;
    const features = translationFeatures(phrase, dictionary);
    if (features.length === 0 && phrase.length > 1) return NOTHING;
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(key, features);
    return features;
  };
  return (terms, isStopWord, index) => {
    if (isStopWord[index]) return { length: 1, features: NOTHING };
    for (let length = Math.min(LONGEST_PHRASE, terms.length - index); length > 1; length--) {
      if (isStopWord[index + length - 1]) continue;
      const features = lookUp(terms.slice(index, index + length));
      if (features.length > 0) return { length, features };
    }
    return { length: 1, features: lookUp(terms.slice(index, index + 1)) };
  };
}

function translationFeatures(
  phrase: readonly string[],
  dictionary: Dictionary,
): readonly TranslationFeature[] {
  return dictionary
    .translateToChinese(phrase)
    .slice(0, MOST_TRANSLATIONS)
    .map(({ text, weight }) => chineseAlternative(text, weight))
    .flatMap(({ terms, weight }) => terms.map((term) => ({ term, weight })));
}
