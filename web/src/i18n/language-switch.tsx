import { useState } from "react";
import type { Language } from "../../../server/api/types.ts";
import { changeLanguage } from "./change-language.ts";
import { languages } from "./choose-language.ts";
import { useTranslation } from "./use-translation.ts";

const shortNames: Readonly<Record<Language, string>> = { "zh-Hant": "繁", "zh-Hans": "简", en: "EN" };
const fullNames: Readonly<Record<Language, string>> = {
  "zh-Hant": "繁體中文",
  "zh-Hans": "简体中文",
  en: "English",
};

/** Each language under its own name, so that a reader who landed in a foreign one finds the way back. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  // Its words arrive a moment after it is picked.
  const [picked, setPicked] = useState(i18n.language);
  const pick = (language: Language) => {
    setPicked(language);
    changeLanguage(language).catch(() => setPicked(i18n.language));
  };
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{t("language")}</legend>
      {languages.map((language) => (
        <label key={language} lang={language} className="language-choice" title={fullNames[language]}>
          <input
            type="radio"
            name="language"
            aria-label={fullNames[language]}
            checked={picked === language}
            onChange={() => pick(language)}
          />
          <span aria-hidden="true">{shortNames[language]}</span>
        </label>
      ))}
    </fieldset>
  );
}
