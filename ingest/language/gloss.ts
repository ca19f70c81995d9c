import { phraseWords } from "./phrase.ts";

/** One English wording of a Chinese word: stemmed words joined by blanks, and how good a translation it is (0..1). */
export interface Gloss {
  readonly phrase: string;
  readonly weight: number;
}

/**
 * The English wordings in a CC-CEDICT entry's senses, in order: "(coll.) to raise; to increase" gives raise and
 * increase. Remarks in brackets, leading to/be/a/an/the and placeholders (sb, sth) are dropped; senses that only
 * refer to another entry (variant of, see, surname, CL:) give nothing; an abbreviation gives its full name; a name
 * gives what stands before its first comma. Definitions, longer than LONGEST_GLOSS words, are left out.
 *
 * Weight: 1 / (1 + 0.2 × senses before it + 0.1 × wordings before it in its sense), times a factor below 1 for
 * wordings with remarks, least for those marked as rare or figurative.
 */
export function readGlosses(senses: readonly string[], isName: boolean): Gloss[] {
  const glosses: Gloss[] = [];
  let senseRank = 0;
  for (const sense of senses) {
    if (REFERENCE.test(sense)) continue;
    const wordings = sense.includes(";") ? sense.split(/;(?![^(]*\))/) : [sense];
    wordings.forEach((wording, rank) => {
      const phrase = readPhrase(isName ? beforeComma(wording) : wording);
      if (phrase === "") return;
      const weight = remarkFactor(wording) / (1 + 0.2 * senseRank + 0.1 * rank);
      glosses.push({ phrase, weight });
      const head = headOf(phrase);
      if (head !== null && !isName) glosses.push({ phrase: head, weight: weight * HEAD_FACTOR });
    });
    senseRank++;
  }
  return glosses;
}

/** A qualified wording also translates its last word, now and then: "general headquarters" gives headquarters. */
const HEAD_FACTOR = 0.5;

function headOf(phrase: string): string | null {
  const words = phrase.split(" ");
  const head = words.at(-1) ?? "";
  return words.length === 2 && head.length > 3 ? head : null;
}

/** Longest wording, in words, that a question's phrase is compared with. */
const LONGEST_GLOSS = 5;

const REFERENCE =
  /^(?:\([^)]*\) )?(?:(?:old |erhua |Japanese |euphemistic |archaic |ancient |popular |common |nonstandard )?variant of|see |surname |CL:|also written|also pr\.|Taiwan pr\.|old name|former name|used in|used to |component of|radical in|Kangxi radical|one of the |name of |particle|grammatical|interjection|onom\.|name for|equivalent of|same as )/;

function beforeComma(name: string): string {
  const comma = name.indexOf(",");
  return comma > 0 && !name.slice(0, comma).includes("(") ? name.slice(0, comma) : name;
}

/** The wording's stemmed words, or an empty text where it is a definition or not English. */
function readPhrase(wording: string): string {
  const plain = withoutLeadingWords(withoutRemarks(wording).trim());
  if (countBlanks(plain) >= LONGEST_GLOSS || HAS_CHINESE.test(plain)) return "";
  const words = phraseWords(plain);
  return words.length > LONGEST_GLOSS ? "" : words.join(" ");
}

function countBlanks(text: string): number {
  let count = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) count++;
  return count;
}

const HAS_CHINESE = /[\u3400-\u9fff]/;

function withoutRemarks(wording: string): string {
  let plain = wording;
  if (REMARK.test(plain)) plain = plain.replace(BRACKETED, "").replace(EXAMPLES, "").replace(PREFIX, "");
  return PLACEHOLDER.test(plain) ? plain.replace(PLACEHOLDERS, "") : plain;
}

const REMARK = /[([.]/;
const BRACKETED = /\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])/g;
const EXAMPLES = /\b(?:e\.g\.|i\.e\.|esp\.).*$/;
const PREFIX = /^\s*(?:abbr\. for|fig\.|lit\.)\s/;
const PLACEHOLDER = /sb|sth|one|etc/;
const PLACEHOLDERS = /\s*\b(?:sb's|sb|sth|one's|oneself|etc)\b/g;

function withoutLeadingWords(phrase: string): string {
  const leading = LEADING.find((word) => phrase.startsWith(word));
  return leading === undefined ? phrase : withoutLeadingWords(phrase.slice(leading.length));
}

const LEADING = ["to ", "a ", "an ", "the ", "be "];

function remarkFactor(wording: string): number {
  if (!REMARK.test(wording)) return 1;
  if (RARE.test(wording)) return 0.3;
  if (FIGURATIVE.test(wording)) return 0.5;
  return wording.includes("(") ? 0.85 : 1;
}

const RARE = /\([^)]*\b(?:archaic|old|literary|dialect|slang|vulgar|classical|Cantonese|obsolete)\b/;
const FIGURATIVE = /^\s*(?:\((?:fig\.|idiom|bound form|coll\.)|fig\.|lit\.)|\(idiom\)/;
