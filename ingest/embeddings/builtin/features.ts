import type { Dictionary } from "../../language/dictionary.ts";
import { isEnglishStopWord, isStopCharacter } from "../../language/stop-words.ts";
import { type Token, tokenize } from "../../language/tokens.ts";
import { createPhraseTranslator, type PhraseTranslator } from "./phrase-translator.ts";

/** How strongly each named feature is present in a text (above 0); empty for a text that says nothing. */
export type Features = ReadonlyMap<string, number>;

/** Names the features below; a change of what they are, or of their strengths, changes it. */
export const featuresVersion = 1;

/** Weight of a character pair by how many of its two are function characters. */
const PAIR_WEIGHTS = [1, 0.3, 0];
const CHARACTER_WEIGHT = 0.3;
/** A dictionary word, beside its characters and pairs (a word of two characters strengthens its own pair). */
const DICTIONARY_WORD_WEIGHT = 0.5;
/** The best Chinese translation of an English phrase, beside the words themselves. */
const TRANSLATION_WEIGHT = 1.5;

/**
 * A function that reads the features of a text: folded Chinese characters and pairs, dictionary words, English
 * stems and numbers, and for English phrases also the pairs of their best Chinese translations, so that both
 * languages meet in one space. Function words are left out. Strengths add up over the text and count sublinearly
 * (1 + ln strength above 1).
 */
export function createFeatureReader(dictionary: Dictionary): (text: string) => Features {
  const translate = createPhraseTranslator(dictionary);
  return (text) => {
    const tokens = tokenize(text);
    const strengths = new Map<string, number>();
    addTokens(strengths, text, tokens);
    addDictionaryWords(strengths, tokens, dictionary);
    addTranslations(strengths, text, tokens, translate);
    for (const [name, strength] of strengths) if (strength > 1) strengths.set(name, 1 + Math.log(strength));
    return strengths;
  };
}

function addTokens(strengths: Map<string, number>, text: string, tokens: readonly Token[]): void {
  for (const token of tokens) add(strengths, token.term, tokenWeight(token, text));
}

function tokenWeight({ kind, term, start, end }: Token, text: string): number {
  if (kind === "cjk2") return PAIR_WEIGHTS[countStopCharacters(term)] ?? 1;
  if (kind === "cjk1") return isStopCharacter(term) ? 0 : CHARACTER_WEIGHT;
  return kind === "word" && isEnglishStopWord(text.slice(start, end)) ? 0 : 1;
}

function countStopCharacters(pair: string): number {
  return Number(isStopCharacter(pair.charAt(0))) + Number(isStopCharacter(pair.charAt(1)));
}

function addDictionaryWords(
  strengths: Map<string, number>,
  tokens: readonly Token[],
  dictionary: Dictionary,
): void {
  for (const run of chineseRuns(tokens)) {
    for (const { word } of dictionary.longestMatches(run)) add(strengths, word, DICTIONARY_WORD_WEIGHT);
  }
}

/** The folded runs of Chinese characters that the tokens were read from. */
function chineseRuns(tokens: readonly Token[]): string[] {
  const runs: string[] = [];
  let run = "";
  let runEnd = -1;
  for (const { kind, term, start, end } of tokens) {
    if (kind !== "cjk1") continue;
    if (start !== runEnd && run !== "") {
      runs.push(run);
      run = "";
    }
    run += term;
    runEnd = end;
  }
  return run === "" ? runs : [...runs, run];
}

function addTranslations(
  strengths: Map<string, number>,
  text: string,
  tokens: readonly Token[],
  translate: PhraseTranslator,
): void {
  const words = tokens.filter(({ kind }) => kind === "word");
  const isStopWord = words.map(({ start, end }) => isEnglishStopWord(text.slice(start, end)));
  const terms = words.map(({ term }) => term);
  for (let index = 0; index < words.length; ) {
    const { length, features } = translate(terms, isStopWord, index);
    for (const { term, weight } of features) add(strengths, term, TRANSLATION_WEIGHT * weight);
    index += length;
  }
}

function add(strengths: Map<string, number>, name: string, weight: number): void {
  if (weight > 0) strengths.set(name, (strengths.get(name) ?? 0) + weight);
}
