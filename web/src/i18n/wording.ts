import type { Language } from "../../../server/api/types.ts";
import type { en } from "./en.ts";

/** Words in the reader's language, `{{blanks}}` filled in. */
export type Translate = (
  wording: keyof typeof en,
  blanks?: Readonly<Record<string, string | number | null | undefined>>,
) => string;

export interface Translation {
  readonly t: Translate;
  readonly i18n: { readonly language: Language };
}

let translation: Translation | null = null;
const listeners = new Set<() => void>();

/** The words in use; there are none before the first language has been loaded. */
export function readTranslation(): Translation {
  if (translation === null) throw new Error("No language has been loaded yet.");
  return translation;
}

export function onTranslationChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export async function switchLanguage(language: Language): Promise<void> {
  const wording = await loadWording(language);
  translation = {
    t: (key, blanks = {}) =>
      wording[key].replace(/\{\{(\w+)\}\}/g, (blank, name: string) => String(blanks[name] ?? blank)),
    i18n: { language },
  };
  for (const listener of listeners) listener();
}

/** A reader needs one language: the others are not part of the first load. */
async function loadWording(language: Language): Promise<Readonly<Record<keyof typeof en, string>>> {
  switch (language) {
    case "en":
      return (await import("./en.ts")).en;
    case "zh-Hans":
      return (await import("./zh-hans.ts")).zhHans;
    case "zh-Hant":
      return (await import("./zh-hant.ts")).zhHant;
  }
}
