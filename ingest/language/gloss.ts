import { phraseWords } from "./phrase.ts";

/** One English wording of a Chinese word: stemmed words, and how good a translation it is (0..1). */
export interface Gloss {
  readonly words: readonly string[];
  readonly weight: number;
}

/**
 * The English wordings in a CC-CEDICT entry's senses, best first by position: "(coll.) to raise; to increase"
 * gives raise and increase. Remarks in brackets, leading to/a/the and placeholders (sb, sth) are dropped; senses
 * that only refer to another entry (variant of, see, surname, CL:) give nothing; an abbreviation's full name is
 * kept. Wordings of more than LONGEST_GLOSS words are definitions rather than translations and left out.
 *
 * Weight: 1 / (1 + 0.2 × senses before it + 0.1 × wordings before it in its sense), less for remarks that mark
 * the word as rare or figurative.
 */
export function readGlosses(senses: readonly string[], isName: boolean): Gloss[] {
  return senses
    .filter((sense) => !REFERENCE.test(sense))
    .flatMap((sense, index) => readSense(sense, index, isName));
}

/** Longest wording, in words, that a question's phrase is compared with. */
export const LONGEST_GLOSS = 6;

const REFERENCE =
  /^(?:\([^)]*\) )?(?:(?:old |erhua |Japanese |euphemistic |archaic |ancient |popular |common |nonstandard )?variant of|see |surname |CL:|also written|also pr\.|Taiwan pr\.|old name|former name|used in|used to |component of|radical in|Kangxi radical|one of the |name of |particle|grammatical|interjection|onom\.|name for|equivalent of|same as )/;

function readSense(sense: string, index: number, isName: boolean): Gloss[] {
  return sense.split(/;(?![^(]*\))/).flatMap((part, position) => {
    const words = contentWords(isName ? part.replace(/^([^,(]+),.*$/, "$1") : part);
    if (words.length === 0 || words.length > LONGEST_GLOSS) return [];
    return [{ words, weight: registerWeight(part) / (1 + 0.2 * index + 0.1 * position) }];
  });
}

function contentWords(part: string): string[] {
  let plain = part;
  if (REMARK.test(plain)) plain = plain.replace(BRACKETED, " ").replace(EXAMPLES, "").replace(PREFIX, "");
  if (PLACEHOLDER.test(plain)) plain = plain.replace(PLACEHOLDERS, " ");
  if (HAS_CHINESE.test(plain)) return [];
  const words = phraseWords(plain);
  while (words.length > 1 && LEADING.has(words[0] ?? "")) words.shift();
  return words;
}

const REMARK = /[([.]/;
const BRACKETED = /\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]/g;
const EXAMPLES = /\b(?:e\.g\.|i\.e\.|esp\.).*$/;
const PREFIX = /^\s*(?:abbr\. for|fig\.|lit\.)\s/;
const PLACEHOLDER = /sb|sth|one|etc/;
const PLACEHOLDERS = /\b(?:sb's|sb|sth|one's|oneself|etc)\b/g;
const HAS_CHINESE = /[\u3400-\u9fff]/;
const LEADING = new Set(["to", "be", "a", "an", "the"]);

/** Words marked as rare, old or figurative are worse translations than unmarked ones. */
function registerWeight(part: string): number {
  if (!REMARK.test(part)) return 1;
  if (/\((?:[^)]*\b)?(?:archaic|old|literary|dialect|slang|vulgar|classical|Cantonese|obsolete)\b/.test(part))
    return 0.3;
  if (/^\s*(?:\((?:fig\.|idiom|bound form|coll\.)[^)]*\)|fig\.|lit\.)|\(idiom\)/.test(part)) return 0.5;
  return part.includes("(") ? 0.85 : 1;
}
