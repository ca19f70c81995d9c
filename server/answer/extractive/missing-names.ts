import type { Alternative, KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { queryGroups } from "../../../ingest/language/query-terms.ts";
import { readWordings } from "./find-gaps.ts";
import { calendar, readNames } from "./names.ts";

/** A name by its words, each with the ways to write it that the dictionary is fairly sure of. */
export interface SoughtName {
  readonly words: readonly (readonly Alternative[])[];
  /** Whether a Chinese text would give it as well: a name within a Chinese question, or one with Chinese wordings. */
  readonly isBilingual: boolean;
}

const leastWeight = 0.3;

/** The names of a question. Words that a dictionary knows together are one: Belt and Road. */
export function findSoughtNames(question: string, dictionary: Dictionary): SoughtName[] {
  const groups = queryGroups(question, dictionary, { crossLanguageWeight: 1 }).filter(
    ({ weight }) => weight >= 1,
  );
  const names = readNames(question, dictionary).map((name) => {
    if (isChinese(name)) return [readWordings(name, dictionary)];
    const words = name.split(/\s+/).filter((word) => !calendar.test(word));
    return groups
      .filter(({ label }) => label.split(/[\s'’]+/).some((word) => words.includes(word)))
      .map(({ alternatives }) => alternatives);
  });
  return names
    .filter((words) => words.length > 0)
    .map((words) => words.map((wordings) => wordings.filter(({ weight }) => weight >= leastWeight)))
    .map((words) => ({ words, isBilingual: isChinese(question) || words.every(hasChineseWording) }));
}

/** Whether the text could give the name and holds less than half of its words. */
export function isMissing(
  { words, isBilingual }: SoughtName,
  held: ReadonlyMap<string, number>,
  text: string,
): boolean {
  const found = words.filter((wordings) =>
    wordings.some(({ terms }) => terms.every((term) => held.has(term))),
  );
  return (isBilingual || !isChinese(text)) && found.length * 2 < words.length;
}

/** Whether no document holds a word of it in any wording. */
export function isUnheard({ words }: SoughtName, base: KnowledgeBase): boolean {
  return base.documentFrequency({ label: "", weight: 1, alternatives: words.flat() }) === 0;
}

function hasChineseWording(wordings: readonly Alternative[]): boolean {
  return wordings.some(({ terms }) => terms.some(isChinese));
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
