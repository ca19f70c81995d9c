import { irregularBase } from "./irregular-words.ts";

/**
 * The form an English word is matched as, so that its inflections meet: policies → policy, taxes → tax,
 * trading → trade, organisation → organization. Takes one folded (lower-case) word; words with digits or
 * characters outside a–z, or of more than 40 letters, come back as they are. The result is a key, not always a
 * word (increased → increas).
 *
 * Inflection only: steps 1a, 1b and 5 of Porter, "An algorithm for suffix stripping" (1980), with British
 * spellings brought to American ones before, and irregular forms looked up; derivation is left alone.
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stemmed = stemUncached(word);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, stemmed);
  return stemmed;
}

/** Bounds memory when a corpus brings millions of different words; a vocabulary is usually far below it. */
const CACHE_LIMIT = 200_000;
const cache = new Map<string, string>();

function stemUncached(surface: string): string {
  const word = surface.replace(/'s?$/, "");
  if (!/^[a-z]{3,40}$/.test(word)) return word;
  const irregular = irregularBase(word);
  if (irregular !== undefined) return tidyEnd(irregular);
  return tidyEnd(withoutVerbEnding(americanSpelling(withoutPlural(word))));
}

function withoutPlural(word: string): string {
  if (!word.endsWith("s") || word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(ss|sh|ch|x|zz|[^aeiou]o)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function americanSpelling(word: string): string {
  if (!MAYBE_BRITISH.test(word)) return word;
  if (/.{3}is(e|ed|ing|ations?)$/.test(word)) return word.replace(/is(e|ed|ing|ations?)$/, "iz$1");
  if (/.{3}ys(e|ed|ing)$/.test(word)) return word.replace(/ys(e|ed|ing)$/, "yz$1");
  if (/[a-z]{3,}our(ed|ing|al|able)?$/.test(word)) return word.replace(/our(ed|ing|al|able)?$/, "or$1");
  if (/[a-z]{3,}tre$/.test(word)) return `${word.slice(0, -2)}er`;
  if (word === "programme") return "program";
  return word;
}

/** Letters all British spellings below have, quick to look for. */
const MAYBE_BRITISH = /is[eia]|ys[ei]|our|tre|mme/;

function withoutVerbEnding(word: string): string {
  if (word.endsWith("ied")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (word.endsWith("eed")) return word;
  const ending = /(ed|ing)$/.exec(word)?.[0];
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (!/[aeiouy]/.test(rest) || rest.length < 2) return word;
  if (rest.length === 2) return `${rest}e`;
  if (/([bdfgkmnprt])\1$/.test(rest) && rest.length > 3) return rest.slice(0, -1);
  if (/(at|bl|iz|yz)$/.test(rest) || isShort(rest)) return `${rest}e`;
  return rest;
}

/** Drops a silent e and one of two l's where the word is long enough not to become another one. */
function tidyEnd(word: string): string {
  if (word.length > 5 && word.endsWith("ll")) return word.slice(0, -1);
  const rest = word.slice(0, -1);
  if (!word.endsWith("e") || word.endsWith("ee") || rest.length < 3) return word;
  return countSyllables(rest) > 1 || (countSyllables(rest) === 1 && !isShort(rest)) ? rest : word;
}

/** One syllable that ends consonant, vowel, consonant (not w, x, y): its silent e is part of the word (rate, hope). */
function isShort(word: string): boolean {
  return countSyllables(word) === 1 && /[^aeiou][aeiouy][^aeiouwxy]$/.test(word);
}

/** Porter's measure: how often a vowel is followed by a consonant. */
function countSyllables(word: string): number {
  return word.match(/[aeiouy]+[^aeiouy]+/g)?.length ?? 0;
}
