import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { isEnglishStopWord } from "../../../ingest/language/stop-words.ts";

/** Names in a question: Chinese words that are only ever names, acronyms, and capitalised words inside a sentence. */
export function readNames(question: string, dictionary: Dictionary): string[] {
  const chinese = dictionary
    .longestMatches(fold(question))
    .map(({ word }) => word)
    .filter((word) => dictionary.isName(word) && !notNames.test(word));
  const isChinese = /\p{Script=Han}/u.test(question);
  const latin = [
    ...question.matchAll(
      /(?<![\p{L}\p{N}])\p{Lu}[\p{Script=Latin}\d&+-]+(?:\s+\p{Lu}[\p{Script=Latin}\d&+-]+)*(?![$\p{L}])/gu,
    ),
  ]
    .filter(({ 0: name, index }) => index > 0 || isChinese || /^\p{Lu}{2}/u.test(name))
    .map(([name]) => name)
    .filter((name) => !isEnglishStopWord(name) && !calendar.test(name));
  return [...new Set([...chinese, ...latin])];
}

const notNames = /^(?:[一二三四五六七八九十]+月|[中英]文)$/;
export const calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
