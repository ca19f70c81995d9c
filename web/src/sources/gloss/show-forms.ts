import type { ChineseForms } from "../../../../server/api/types.ts";

/** A Chinese word in the script of the reader's language; to a reader of English, in both. */
export function showForms({ traditional, simplified }: ChineseForms, language: string): string {
  if (language === "zh-Hant") return traditional;
  if (language === "zh-Hans") return simplified;
  return traditional === simplified ? traditional : `${traditional} / ${simplified}`;
}
