import { spellInChinese } from "../../../ingest/language/sounds/spell-in-chinese.ts";

/** Foreign names written by their sound, their parts set apart by a dot: 科特·科尔曼. */
const spelledName = /\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,7})+/gu;

export function readSpelledNames(folded: string): string[] {
  return [...new Set(folded.match(spelledName))];
}

/** Parts of such a name are words only by their look. */
export function withoutSpelledNames(folded: string): string {
  return folded.replace(spelledName, (name) => "，".repeat(name.length));
}

/** Words of a text that may be foreign names. */
export function readLatinNames(text: string): string[] {
  return [...new Set(text.match(/\p{Lu}[\p{Script=Latin}'’]{2,}/gu))];
}

/** Whether one of the words sounds like what stands beside a dot of the name, whose ends may be other words. */
export function isSpelledFrom(name: string, words: readonly string[]): boolean {
  return words.some((word) =>
    spellInChinese(word, (pair) => name.includes(pair)).some(
      ({ text }) => name.includes(`${text}·`) || name.includes(`·${text}`),
    ),
  );
}
