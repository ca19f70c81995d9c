import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { phraseWords } from "../../../ingest/language/phrase.ts";
import { spellInChinese } from "../../../ingest/language/sounds/spell-in-chinese.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";
import { englishAlternative } from "../../../ingest/language/wordings.ts";
import { isSpelledFrom, readLatinNames, readSpelledNames, withoutSpelledNames } from "./spelled-names.ts";

interface Compared {
  readonly sentence: string;
  readonly evidence: string;
  readonly question: string;
  readonly dictionary: Dictionary;
}

/**
 * Chinese names of the sentence, as the dictionary knows them, of which evidence and question hold no wording: the
 * name itself, another one of its concept, its first character where that stands for a country (歐美), a
 * translation, or Latin letters that sound like it.
 */
export function findMissingChineseNames({ sentence, evidence, question, dictionary }: Compared): string[] {
  const names = dictionary
    .longestMatches(withoutSpelledNames(fold(sentence)))
    .map(({ word }) => word)
    .filter((word) => dictionary.isName(word));
  const spelled = readSpelledNames(fold(sentence));
  if (names.length + spelled.length === 0) return [];
  const known = `${evidence}\n${question}`;
  const chinese = fold(known).replace(/[\s\p{P}]+/gu, "");
  const missing = [...new Set(names)].filter((name) => !isWritten(name, chinese, dictionary));
  return [
    ...(missing.length === 0 ? [] : missing.filter(createIsAbsentInLatin(known, dictionary))),
    ...spelled.filter(
      (name) => !isWrittenInPart(name, chinese) && !isSpelledFrom(name, readLatinNames(known)),
    ),
  ];
}

/** Organisations are often named without their place. */
const place = /^(?:香港|中国)(?=.{3})/;

function isWritten(name: string, chinese: string, dictionary: Dictionary): boolean {
  const wordings = dictionary.concepts(name).flatMap(({ zh }) => zh);
  if ([name, ...wordings].some((wording) => chinese.includes(wording.replace(place, "")))) return true;
  return /^.{1,2}[国洲]$/.test(name) && chinese.includes(name.charAt(0));
}

function isWrittenInPart(name: string, chinese: string): boolean {
  return name.split("·").some((part) => part.length > 1 && chinese.includes(part));
}

function createIsAbsentInLatin(known: string, dictionary: Dictionary): (name: string) => boolean {
  const latin = [...new Set(known.match(/\p{Lu}[\p{Script=Latin}'’-]+/gu))];
  if (latin.length === 0) return () => true;
  const held = indexTerms(known);
  const translated = latin.flatMap((word) =>
    dictionary.translateToChinese(phraseWords(word)).map(({ text }) => text),
  );
  return (name) =>
    !translated.some((text) => text.includes(name)) &&
    !dictionary
      .translateToEnglish(name)
      .some(({ words }) => englishAlternative(words, 1).terms.every((term) => held.has(term))) &&
    !latin.some((word) => soundsLike(word, name) || isOfPlace(word, name, dictionary));
}

/** Hungarians, of 匈牙利. */
function isOfPlace(word: string, name: string, dictionary: Dictionary): boolean {
  return dictionary.translateToEnglish(name).some(({ words: [only = "", ...others] }) => {
    const root = only.slice(0, Math.max(4, only.length - 2));
    return others.length === 0 && root.length >= 4 && fold(word).startsWith(root);
  });
}

function soundsLike(word: string, name: string): boolean {
  return spellInChinese(word, (pair) => name.includes(pair)).some(({ text }) => name.includes(text));
}
