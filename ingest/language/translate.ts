import type { CedictIndex, PairList } from "./cedict-index.ts";
import type { ConceptIndex } from "./concepts.ts";
import { relatedForms } from "./related-forms.ts";

/** A Chinese wording, folded; weight 0..1, relative to the best wording of the same phrase. */
export interface ChineseTranslation {
  readonly text: string;
  readonly weight: number;
}

/** An English wording as stemmed words; weight 0..1, relative to the best wording of the same word. */
export interface EnglishTranslation {
  readonly words: readonly string[];
  readonly weight: number;
}

export interface Translator {
  /**
   * Chinese wordings of an English phrase given as stemmed words (see phraseWords), best first; empty when the
   * phrase is not in the dictionary. A single word that is not listed is looked up by the words it derives from.
   */
  translateToChinese(phrase: readonly string[]): readonly ChineseTranslation[];
  /** English wordings of a folded Chinese word, best first; empty when the word is not in the dictionary. */
  translateToEnglish(foldedChinese: string): readonly EnglishTranslation[];
}

/**
 * Looks words up in the glossary's concepts first and in CC-CEDICT after them.
 *
 * A CC-CEDICT pair weighs its gloss weight (sense order, see readGlosses) times how common the Chinese word is,
 * less for single characters, which mean too much, and for long words, which are mostly idioms.
 */
export function createTranslator(cedict: CedictIndex, concepts: ConceptIndex): Translator {
  const lookUp = (phrase: string) => toChinese(phrase, cedict, concepts);
  return {
    translateToChinese: (phrase) => {
      const direct = lookUp(phrase.join(" "));
      if (direct.length > 0 || phrase.length !== 1) return direct;
      return weaken(firstFound(relatedForms(phrase[0] ?? ""), lookUp), RELATED_FORM_WEIGHT);
    },
    translateToEnglish: (word) => toEnglish(word, cedict, concepts),
  };
}

/** A guess at what a word derives from is right about this often. */
const RELATED_FORM_WEIGHT = 0.6;
/** CC-CEDICT wordings beside those of the glossary. */
const BESIDE_GLOSSARY_WEIGHT = 0.6;
/** Each further wording of a glossary concept, after the preferred one. */
const NEXT_WORDING_FACTOR = 0.9;

function toChinese(phrase: string, cedict: CedictIndex, concepts: ConceptIndex): ChineseTranslation[] {
  const number = cedict.phraseNumbers.get(phrase);
  const matching = concepts.get(phrase) ?? [];
  if (number === undefined && matching.length === 0) return [];
  const found = new Map<string, number>();
  for (const concept of matching) {
    concept.zh.forEach((text, rank) => {
      keepBest(found, text, NEXT_WORDING_FACTOR ** rank);
    });
  }
  const besideGlossary = found.size > 0 ? BESIDE_GLOSSARY_WEIGHT : 1;
  const listed = new Map<string, number>();
  for (const [word, weight] of pairsOf(cedict.byPhrase, number)) {
    const text = cedict.words[word] ?? "";
    keepBest(listed, text, weight * (cedict.commonness[word] ?? 1) * lengthFactor(text));
  }
  const best = Math.max(...listed.values());
  for (const [text, weight] of listed) keepBest(found, text, (besideGlossary * weight) / best);
  return ranked(found).map(([text, weight]) => ({ text, weight }));
}

function toEnglish(word: string, cedict: CedictIndex, concepts: ConceptIndex): EnglishTranslation[] {
  const found = new Map<string, number>();
  for (const concept of concepts.get(word) ?? []) {
    concept.en.forEach((words, rank) => {
      keepBest(found, words.join(" "), NEXT_WORDING_FACTOR ** rank);
    });
  }
  const besideGlossary = found.size > 0 ? BESIDE_GLOSSARY_WEIGHT : 1;
  for (const [phrase, weight] of pairsOf(cedict.byWord, cedict.wordNumbers.get(word))) {
    keepBest(found, cedict.phrases[phrase] ?? "", besideGlossary * weight);
  }
  return ranked(found).map(([phrase, weight]) => ({ words: phrase.split(" "), weight }));
}

function* pairsOf(list: PairList, key: number | undefined): Generator<readonly [number, number]> {
  if (key === undefined) return;
  const end = list.starts[key + 1] ?? 0;
  for (let pair = list.starts[key] ?? 0; pair < end; pair++) {
    yield [list.targets[pair] ?? 0, list.weights[pair] ?? 0];
  }
}

function lengthFactor(text: string): number {
  if (text.length === 1) return 0.5;
  return text.length > 3 ? 0.6 : 1;
}

function keepBest(found: Map<string, number>, name: string, weight: number): void {
  found.set(name, Math.max(weight, found.get(name) ?? 0));
}

/** Best first; ties by name, so that the order never depends on anything else. */
function ranked(found: ReadonlyMap<string, number>): [string, number][] {
  return [...found].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1));
}

function firstFound<Result>(phrases: readonly string[], lookUp: (phrase: string) => Result[]): Result[] {
  for (const phrase of phrases) {
    const found = lookUp(phrase);
    if (found.length > 0) return found;
  }
  return [];
}

function weaken(translations: readonly ChineseTranslation[], factor: number): ChineseTranslation[] {
  return translations.map(({ text, weight }) => ({ text, weight: weight * factor }));
}
