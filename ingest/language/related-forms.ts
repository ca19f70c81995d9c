import { stem } from "./stem.ts";

/**
 * Stemmed words a stemmed English word may be derived from, most likely first, for looking up a word that the
 * dictionary does not list: division for divisional, success for successful, large for larger. Guesses: a caller
 * tries them against the dictionary, whose words decide.
 */
export function relatedForms(word: string): string[] {
  if (!/^[a-z]{5,}$/.test(word)) return [];
  const forms = ENDINGS.filter(
    ([ending]) => word.endsWith(ending) && word.length - ending.length >= 3,
  ).flatMap(([ending, replacements]) =>
    replacements.map((replacement) => word.slice(0, -ending.length) + replacement),
  );
  return [...new Set(forms.map(stem))].filter((form) => form !== word);
}

/** Endings as they stand after stemming (a silent e is gone), and what may have stood in their place. */
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ["iest", ["y"]],
  ["ier", ["y"]],
  ["ily", ["y"]],
  ["ally", ["al", ""]],
  ["bly", ["ble"]],
  ["ly", ["", "e"]],
  ["iness", ["y"]],
  ["ness", [""]],
  ["ical", ["ic", "y", ""]],
  ["ional", ["ion", ""]],
  ["al", ["", "e"]],
  ["ization", ["ize", ""]],
  ["ification", ["ify"]],
  ["ation", ["ate", "e", ""]],
  ["ition", ["it", "e"]],
  ["ion", ["", "e", "ive"]],
  ["ativ", ["ate", "e", ""]],
  ["iv", ["ion", "e", ""]],
  ["ivity", ["ive", "ion"]],
  ["ability", ["able"]],
  ["ility", ["le"]],
  ["ity", ["", "e"]],
  ["ment", ["", "e"]],
  ["ful", [""]],
  ["less", [""]],
  ["ous", ["", "y"]],
  ["ant", ["", "e"]],
  ["ent", ["", "e"]],
  ["anc", ["ant", "", "e"]],
  ["enc", ["ent", "", "e"]],
  ["er", ["", "e"]],
  ["or", ["", "e"]],
  ["est", ["", "e"]],
  ["ism", ["", "ist"]],
  ["ist", ["", "ism", "y"]],
  ["ern", [""]],
  ["ship", [""]],
  ["ward", [""]],
];
