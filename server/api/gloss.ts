/** `GET /api/gloss`: the words of a text that the dictionary or the thesaurus knows, in order. */
export interface Gloss {
  readonly words: readonly GlossedWord[];
}

export interface GlossedWord {
  /** As it stands in the text. */
  readonly text: string;
  /** The same idea in both languages, as the thesaurus words it; the usual wording first. */
  readonly terms: readonly GlossedTerm[];
  /** Of a Chinese word, its entries in the dictionary; of an English one, those of its translations. */
  readonly entries: readonly GlossEntry[];
}

export interface GlossedTerm {
  readonly english: readonly string[];
  readonly chinese: readonly ChineseForms[];
}

export interface ChineseForms {
  readonly traditional: string;
  readonly simplified: string;
}

export interface GlossEntry extends ChineseForms {
  /** With tone marks. */
  readonly pinyin: string;
  readonly senses: readonly string[];
}
