import { loadCantonese } from "./cantonese.ts";
import { type CedictIndex, loadCedictIndex } from "./cedict-index.ts";
import { hasIdeograph } from "./characters.ts";
import { type FoldedConcept, indexConcepts } from "./concepts.ts";
import type { Concept } from "./glossary.ts";
import { fileWordLengths, longestMatches, type WordLengths, type WordMatch } from "./longest-matches.ts";
import { isEnglishStopWord } from "./stop-words.ts";
import { loadThesaurus } from "./thesaurus.ts";
import { createTranslator, type Translator } from "./translate.ts";

/** The bilingual dictionary: a glossary's concepts, the shipped thesaurus after them, and CC-CEDICT last. */
export interface Dictionary extends Translator {
  /** Glossary concepts that have this wording (stemmed words joined by blanks, or folded Chinese). */
  concepts(wording: string): readonly FoldedConcept[];
  /** Whether a folded Chinese word is only ever a name, by CC-CEDICT or by the glossary: 日本, 金管局. */
  isName(word: string): boolean;
  /** The dictionary words that cover a folded text best; see longestMatches. */
  longestMatches(foldedText: string): readonly WordMatch[];
}

export interface DictionaryOptions {
  /** Concepts that take precedence over all others, as parseGlossary gives them. */
  readonly extraTerms?: readonly Concept[];
  /** Concepts between the extra terms and CC-CEDICT; the shipped ones unless given. */
  readonly thesaurus?: readonly Concept[];
  /** What is looked up after the concepts; the whole of CC-CEDICT unless given. */
  readonly cedict?: CedictIndex;
}

/**
 * The dictionary with the given extra terms. The first call reads CC-CEDICT (about half a second); later calls
 * share it, and add only their own terms.
 */
export function loadDictionary({
  extraTerms = [],
  thesaurus = [...loadThesaurus(), ...loadCantonese()],
  cedict = loadCedictIndex(),
}: DictionaryOptions = {}): Dictionary {
  const concepts = indexConcepts([...extraTerms, ...thesaurus]);
  const lengths = fileWordLengths([...concepts.keys()].filter(hasIdeograph), lengthsOf(cedict).slice());
  const measureWord = (word: string) => (concepts.has(word) ? GLOSSARY_COMMONNESS : commonnessOf(word));
  const commonnessOf = (word: string) => cedict.commonness[cedict.wordNumbers.get(word) ?? -1];
  return {
    ...createTranslator(cedict, concepts),
    concepts: (wording) => concepts.get(wording) ?? [],
    isName: (word) => cedict.names.has(word) || (concepts.get(word) ?? []).some(isNamed),
    longestMatches: (text) => longestMatches(text, lengths, measureWord),
  };
}

/** The glossary writes names as English does: each word that says something with a capital. */
function isNamed({ written }: FoldedConcept): boolean {
  const words = written.en[0]?.split(/[\s-]+/).filter((word) => !isEnglishStopWord(word)) ?? [];
  return words.length > 0 && words.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
}

const knownLengths = new WeakMap<CedictIndex, WordLengths>();

function lengthsOf(cedict: CedictIndex): WordLengths {
  const lengths = knownLengths.get(cedict) ?? fileWordLengths(cedict.words);
  knownLengths.set(cedict, lengths);
  return lengths;
}

/** Above the commonest CC-CEDICT word (about 12), so that a glossary term wins over words of the same length. */
const GLOSSARY_COMMONNESS = 14;
