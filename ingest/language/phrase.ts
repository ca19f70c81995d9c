import { fold } from "./fold.ts";
import { stem } from "./stem.ts";

/**
 * The stemmed words of an English phrase, the same terms `tokenize` gives for it, function words included:
 * "Bank of China" → ["bank", "of", "china"]. Quicker than tokenize, and without its variants for mixed words.
 */
export function phraseWords(phrase: string): string[] {
  if (ONE_WORD.test(phrase)) return [stem(phrase)];
  return (fold(phrase).match(WORDS) ?? []).map(stem);
}

const ONE_WORD = /^[a-z]+$/;
const WORDS =
  /[a-z]+\+{1,2}(?![\p{L}\d])|[a-z]{1,3}&[a-z]{1,3}(?![a-z&])|\d+(?:\.\d+)?(?![\p{L}\d])|[\p{Script=Latin}\d]+(?:'[a-z]+)*/gu;
