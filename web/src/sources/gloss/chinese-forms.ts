import type { ChineseForms } from "../../../../server/api/gloss.ts";

/** A Chinese word in the script of the reader's language; to a reader of English, in both. */
export function showForms({ traditional, simplified }: ChineseForms, language: string): string {
  if (language === "zh-Hant") return traditional;
  if (language === "zh-Hans") return simplified;
  return traditional === simplified ? traditional : `${traditional} / ${simplified}`;
}

/** Wordings other than a word itself, each once, whichever script they are listed in. */
export function otherWordings(wordings: readonly ChineseForms[], word: string): readonly ChineseForms[] {
  const own = wordings.find(({ traditional, simplified }) => traditional === word || simplified === word);
  const seen = new Set([own?.simplified ?? word]);
  return wordings.filter(({ simplified }) => !seen.has(simplified) && seen.add(simplified));
}
