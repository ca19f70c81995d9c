import type { Language } from "../../../server/api/types.ts";
import { chooseLanguage } from "./choose-language.ts";
import { readSavedLanguage, saveLanguage } from "./saved-language.ts";
import { switchLanguage } from "./wording.ts";

/** Starts in the language asked for, else in the reader's. */
export function startLanguage(asked: string | null): Promise<void> {
  return showLanguage(chooseLanguage(asked ?? readSavedLanguage(), navigator.languages));
}

/** Shows the page in another language, and remembers it. */
export function changeLanguage(language: Language): Promise<void> {
  saveLanguage(language);
  return showLanguage(language);
}

async function showLanguage(language: Language): Promise<void> {
  await switchLanguage(language);
  document.documentElement.lang = language;
}
