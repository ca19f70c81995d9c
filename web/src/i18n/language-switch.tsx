import { useTranslation } from "react-i18next";
import type { Language } from "../../../server/api/types.ts";
import { languages } from "./choose-language.ts";
import { changeLanguage } from "./start-i18n.ts";

const shortNames: Readonly<Record<Language, string>> = { "zh-Hant": "繁", "zh-Hans": "简", en: "EN" };
const fullNames: Readonly<Record<Language, string>> = {
  "zh-Hant": "繁體中文",
  "zh-Hans": "简体中文",
  en: "English",
};

/** Each language under its own name, so that a reader who landed in a foreign one finds the way back. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{t("language")}</legend>
      {languages.map((language) => (
        <label key={language} lang={language} className="language-choice" title={fullNames[language]}>
          <input
            type="radio"
            name="language"
            aria-label={fullNames[language]}
            checked={i18n.resolvedLanguage === language}
            onChange={() => changeLanguage(language)}
          />
          <span aria-hidden="true">{shortNames[language]}</span>
        </label>
      ))}
    </fieldset>
  );
}
