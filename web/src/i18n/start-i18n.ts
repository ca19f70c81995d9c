import i18next, { type ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../../../server/api/types.ts";
import { chooseLanguage, languages } from "./choose-language.ts";
import type { en } from "./en.ts";
import { readSavedLanguage, saveLanguage } from "./saved-language.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** Starts in the reader's language; every later change is shown on `<html lang>` and remembered. */
export async function startI18n(): Promise<void> {
  const language = chooseLanguage(readSavedLanguage(), navigator.languages);
  i18next.on("languageChanged", describePage);
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: languages,
    fallbackLng: false,
    resources: { [language]: { translation: await loadWording(language) } },
    keySeparator: false,
    nsSeparator: false,
    // React escapes text itself.
    interpolation: { escapeValue: false },
  });
}

export async function changeLanguage(language: Language): Promise<void> {
  saveLanguage(language);
  i18next.addResourceBundle(language, "translation", await loadWording(language));
  await i18next.changeLanguage(language);
}

/** A reader needs one language: the others are not part of the first load. */
async function loadWording(language: Language): Promise<ResourceLanguage[string]> {
  switch (language) {
    case "en":
      return (await import("./en.ts")).en;
    case "zh-Hans":
      return (await import("./zh-hans.ts")).zhHans;
    case "zh-Hant":
      return (await import("./zh-hant.ts")).zhHant;
  }
}

function describePage(language: string): void {
  document.documentElement.lang = language;
}
