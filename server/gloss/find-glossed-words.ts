import { hasIdeograph } from "../../ingest/language/characters.ts";
import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { fold } from "../../ingest/language/fold.ts";
import { phraseWords } from "../../ingest/language/phrase.ts";
import { isEnglishStopWord } from "../../ingest/language/stop-words.ts";

interface Word {
  readonly text: string;
  readonly start: number;
  readonly language: "zh" | "en";
}

/** The words of a text as it stands, each the longest that the dictionary lists, in order and without repeats. */
export function findGlossedWords(text: string, dictionary: Dictionary): Word[] {
  const seen = new Set<string>();
  return [...chineseWords(text, dictionary), ...englishWords(text, dictionary)]
    .sort((one, other) => one.start - other.start)
    .filter(({ text: word }) => !seen.has(fold(word)) && seen.add(fold(word)));
}

/** Blanks between Chinese characters, such as the end of a line, do not part words. */
function chineseWords(text: string, dictionary: Dictionary): Word[] {
  const joined = text.replace(/(?<=[^\p{ASCII}\s])\s+(?=[^\p{ASCII}\s])/gu, "");
  const matches = dictionary.longestMatches(fold(joined));
  const starts = new Map(matches.map(({ start, end }) => [start, end]));
  const words: Word[] = [];
  for (let start = 0; start < joined.length; ) {
    const end = starts.get(start) ?? start + 1;
    const word = joined.slice(start, end);
    if (hasIdeograph(word)) words.push({ text: word, start, language: "zh" });
    start = end;
  }
  return words;
}

const longestPhrase = 5;

function englishWords(text: string, dictionary: Dictionary): Word[] {
  const pieces = [...text.matchAll(/\p{Script=Latin}[\p{Script=Latin}\d&'’]*/gu)];
  const words: Word[] = [];
  for (let index = 0; index < pieces.length; ) {
    const length = phraseLength(text, pieces.slice(index, index + longestPhrase), dictionary);
    const first = pieces[index];
    const last = pieces[index + length - 1];
    index += length;
    if (first === undefined || last === undefined) break;
    const word = text.slice(first.index, last.index + last[0].length);
    if (length > 1 || !isEnglishStopWord(word))
      words.push({ text: word, start: first.index, language: "en" });
  }
  return words;
}

/** How many of the pieces the dictionary translates as one; a phrase neither begins nor ends with a function word. */
function phraseLength(text: string, pieces: readonly RegExpExecArray[], dictionary: Dictionary): number {
  const ends = pieces.map((piece) => piece.index + piece[0].length);
  const gap = pieces.findIndex(
    (piece, index) => index > 0 && !/^[\s-]{1,3}$/.test(text.slice(ends[index - 1], piece.index)),
  );
  for (let length = gap < 0 ? pieces.length : gap; length > 1; length--) {
    const [first, last] = [pieces[0]?.[0] ?? "", pieces[length - 1]?.[0] ?? ""];
    if (isEnglishStopWord(first) || isEnglishStopWord(last)) continue;
    const phrase = text.slice(pieces[0]?.index, ends[length - 1]);
    if (dictionary.translateToChinese(phraseWords(phrase)).length > 0) return length;
  }
  return 1;
}
