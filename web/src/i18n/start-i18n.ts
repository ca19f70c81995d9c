import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { chooseLanguage, languages } from "./choose-language.ts";
import { en } from "./en.ts";
import { readSavedLanguage, saveLanguage } from "./saved-language.ts";
import { zhHans } from "./zh-hans.ts";
import { zhHant } from "./zh-hant.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** Starts in the reader's language; every later change is shown on `<html lang>` and remembered. */
export function startI18n(): void {
  i18next.on("languageChanged", describePage);
  i18next.use(initReactI18next).init({
    lng: chooseLanguage(readSavedLanguage(), navigator.languages),
    supportedLngs: languages,
    fallbackLng: "en",
    resources: {
      en: { translation: en },
      "zh-Hans": { translation: zhHans },
      "zh-Hant": { translation: zhHant },
    },
    keySeparator: false,
    nsSeparator: false,
    // React escapes text itself.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

export function changeLanguage(language: string): void {
  saveLanguage(language);
  void i18next.changeLanguage(language);
}

function describePage(language: string): void {
  document.documentElement.lang = language;
}
