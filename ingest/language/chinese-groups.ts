import type { Alternative, TermGroup } from "../index/knowledge-base.ts";
import type { Dictionary } from "./dictionary.ts";
import { fold } from "./fold.ts";
import type { WordMatch } from "./longest-matches.ts";
import { blankStopPhrases, isStopCharacter } from "./stop-words.ts";
import { type Token, tokenize } from "./tokens.ts";
import { chineseAlternative, englishAlternative } from "./wordings.ts";

/** Weight of a character pair by how many of its two are function characters. */
const PAIR_WEIGHTS = [1, 0.4, 0.2];
/** A pair whose characters belong to different words mostly stands together by chance. */
const STRADDLING_FACTOR = 0.5;
/** A character beside its pairs; it helps where the text abbreviates. */
const CHARACTER_WEIGHT = 0.3;
/** A character without neighbours is all there is of its word. */
const LONE_CHARACTER_WEIGHT = 0.6;
/** Other Chinese wordings of a glossary concept, beside the question's own pairs. */
const SYNONYM_WEIGHT = 0.5;

/** Groups for the Chinese text of a question; see queryGroups. */
export function chineseGroups(
  question: string,
  dictionary: Dictionary,
  crossLanguageWeight: number,
): TermGroup[] {
  const telling = blankStopPhrases(fold(question));
  const surface = (start: number, end: number) => question.slice(start, end);
  const matches = dictionary.longestMatches(telling);
  const wordAt = numberWords(telling.length, matches);
  const characters = tokenize(telling).flatMap((token) =>
    characterGroup(token, telling, surface(token.start, token.end), wordAt),
  );
  const words = matches.flatMap(({ word, start, end }) => {
    const label = surface(start, end);
    return [
      ...groupOf(`${label} → zh`, SYNONYM_WEIGHT, chineseSynonyms(word, dictionary)),
      ...groupOf(`${label} → en`, crossLanguageWeight, englishWordings(word, dictionary)),
    ];
  });
  return [...characters, ...words];
}

/** For each character the number of the dictionary word it belongs to, from 1; 0 outside of words. */
function numberWords(length: number, matches: readonly WordMatch[]): Uint16Array {
  const wordAt = new Uint16Array(length);
  matches.forEach(({ start, end }, index) => {
    wordAt.fill(index + 1, start, end);
  });
  return wordAt;
}

function characterGroup(
  { kind, term, start, end }: Token,
  text: string,
  label: string,
  wordAt: Uint16Array,
): TermGroup[] {
  const alternatives = [{ terms: [term], weight: 1 }];
  if (kind === "cjk2") {
    const isStraddling = wordAt[start] !== wordAt[end - 1];
    return groupOf(label, pairWeight(term) * (isStraddling ? STRADDLING_FACTOR : 1), alternatives);
  }
  if (kind !== "cjk1" || isStopCharacter(term)) return [];
  const isLone = !isChinese(text[start - 1]) && !isChinese(text[end]);
  return groupOf(label, isLone ? LONE_CHARACTER_WEIGHT : CHARACTER_WEIGHT, alternatives);
}

function pairWeight(pair: string): number {
  return PAIR_WEIGHTS[[...pair].filter(isStopCharacter).length] ?? 1;
}

function isChinese(character: string | undefined): boolean {
  return character !== undefined && /[\u3400-\u9fff]/.test(character);
}

/** All wordings of the concepts a word belongs to; none where the word is its only wording. */
function chineseSynonyms(word: string, dictionary: Dictionary): Alternative[] {
  const wordings = new Set(dictionary.concepts(word).flatMap(({ zh }) => zh));
  return wordings.size > 1 ? [...wordings].map((wording) => chineseAlternative(wording, 1)) : [];
}

function englishWordings(word: string, dictionary: Dictionary): Alternative[] {
  return dictionary.translateToEnglish(word).map(({ words, weight }) => englishAlternative(words, weight));
}

function groupOf(label: string, weight: number, alternatives: readonly Alternative[]): TermGroup[] {
  return weight > 0 && alternatives.length > 0 ? [{ label, weight, alternatives }] : [];
}
