import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { blankStopPhrases, isEnglishStopWord } from "../../../ingest/language/stop-words.ts";
import { tokenize } from "../../../ingest/language/tokens.ts";

/** The different words of a text that say something: dictionary words of the Chinese, other words of the Latin. */
export function readWords(text: string, dictionary: Dictionary): string[] {
  const chinese = dictionary.longestMatches(blankStopPhrases(fold(text))).map(({ word }) => word);
  const latin = tokenize(text)
    .filter(({ kind }) => kind === "word" || kind === "number")
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => /[A-Za-z\d]/.test(word) && !isEnglishStopWord(word))
    .map((word) => word.toLowerCase());
  return [...new Set([...chinese, ...latin])];
}
