import type { Alternative, TermGroup } from "../index/knowledge-base.ts";
import type { Dictionary } from "./dictionary.ts";
import { isEnglishStopWord } from "./stop-words.ts";
import { type Token, tokenize } from "./tokens.ts";
import { chineseAlternative, englishAlternative } from "./wordings.ts";

/** Most words of a phrase that is looked up as one. */
const LONGEST_PHRASE = 5;
/** A word of a phrase that has a group of its own: it helps where the text words the phrase differently. */
const PART_WEIGHT = 0.4;
/** Numbers and years tell passages apart better than words of the same frequency. */
const NUMBER_WEIGHT = 1.5;
/** The plain form beside an exact one: "raise" beside "raise+", "39" beside "39e". */
const PLAIN_FORM_WEIGHT = 0.5;

/** Groups for the Latin words and numbers of a question, longest dictionary phrase first. */
export function englishGroups(question: string, dictionary: Dictionary): TermGroup[] {
  const words = readWords(question);
  const groups: TermGroup[] = [];
  for (let index = 0; index < words.length; ) {
    const phrase = longestPhrase(words.slice(index, index + LONGEST_PHRASE), dictionary);
    if (phrase.length > 1) groups.push(phraseGroup(question, phrase, dictionary));
    for (const word of phrase) {
      if (!word.isStopWord) groups.push(wordGroup(word, phrase.length > 1 ? PART_WEIGHT : 1, dictionary));
    }
    index += phrase.length;
  }
  return groups;
}

/** A word of the question: its exact term first, then plainer forms read at the same place. */
interface QuestionWord {
  readonly surface: string;
  readonly terms: readonly string[];
  readonly isStopWord: boolean;
  readonly isNumber: boolean;
  readonly start: number;
  readonly end: number;
  /** Whether only a blank, hyphen or apostrophe stands between this word and the one before. */
  readonly continuesPhrase: boolean;
}

function readWords(question: string): QuestionWord[] {
  const words: QuestionWord[] = [];
  for (const tokens of groupOverlapping(tokenize(question).filter(isLatin))) {
    const [first] = tokens;
    if (first === undefined) continue;
    const { start } = first;
    const end = Math.max(...tokens.map((token) => token.end));
    const surface = question.slice(start, end);
    words.push({
      surface,
      terms: tokens.toSorted((one, other) => other.end - one.end).map(({ term }) => term),
      isStopWord: isEnglishStopWord(surface),
      isNumber: tokens.every(({ kind }) => kind === "number"),
      start,
      end,
      continuesPhrase: /^[ \-‐–&'’]{0,3}$/.test(question.slice(words.at(-1)?.end ?? start, start)),
    });
  }
  return words;
}

function isLatin({ kind }: Token): boolean {
  return kind === "word" || kind === "number";
}

/** Tokens that begin at the same place are forms of one word. */
function groupOverlapping(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if (last?.[0]?.start === token.start) last.push(token);
    else groups.push([token]);
  }
  return groups;
}

/** The longest beginning of `words` that the dictionary translates, or the first word alone. */
function longestPhrase(words: readonly QuestionWord[], dictionary: Dictionary): readonly QuestionWord[] {
  const gap = words.findIndex((word, index) => index > 0 && !word.continuesPhrase);
  const joined = gap < 0 ? words : words.slice(0, gap);
  for (let length = joined.length; length > 1; length--) {
    const phrase = joined.slice(0, length);
    if (phrase[0]?.isStopWord || phrase.at(-1)?.isStopWord) continue;
    if (dictionary.translateToChinese(exactTerms(phrase)).length > 0) return phrase;
  }
  return words.slice(0, 1);
}

function phraseGroup(question: string, phrase: readonly QuestionWord[], dictionary: Dictionary): TermGroup {
  const label = question.slice(phrase[0]?.start, phrase.at(-1)?.end);
  const ownWords = exactTerms(phrase.filter(({ isStopWord }) => !isStopWord));
  const alternatives = [{ terms: ownWords, weight: 1 }, ...otherWordings(exactTerms(phrase), dictionary)];
  return { label, weight: 1, alternatives };
}

function wordGroup(word: QuestionWord, weight: number, dictionary: Dictionary): TermGroup {
  const alternatives = word.terms.map((term, rank) => ({
    terms: [term],
    weight: rank === 0 ? 1 : PLAIN_FORM_WEIGHT,
  }));
  if (word.isNumber) return { label: word.surface, weight: weight * NUMBER_WEIGHT, alternatives };
  return {
    label: word.surface,
    weight,
    alternatives: [...alternatives, ...otherWordings(word.terms.slice(0, 1), dictionary)],
  };
}

/** Chinese translations, and the other English wordings of a glossary concept. */
function otherWordings(phrase: readonly string[], dictionary: Dictionary): Alternative[] {
  const key = phrase.join(" ");
  const synonyms = dictionary
    .concepts(key)
    .flatMap(({ en }) => en.filter((words) => words.join(" ") !== key));
  return [
    ...synonyms.map((words) => englishAlternative(words, 1)),
    ...dictionary.translateToChinese(phrase).map(({ text, weight }) => chineseAlternative(text, weight)),
  ];
}

function exactTerms(words: readonly QuestionWord[]): string[] {
  return words.flatMap(({ terms }) => terms.slice(0, 1));
}
