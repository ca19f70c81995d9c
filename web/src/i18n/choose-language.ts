import type { Language } from "../../../server/api/types.ts";

export const languages: readonly Language[] = ["zh-Hant", "zh-Hans", "en"];

/** The language last picked here, else the first of the browser's that we have, else English. */
export function chooseLanguage(saved: string | null, preferred: readonly string[]): Language {
  return [saved ?? "", ...preferred].map(matchLanguage).find((language) => language !== null) ?? "en";
}

/** `zh-HK` is written in Hant and `zh-CN` in Hans: the likely script decides, not the region's name. */
function matchLanguage(tag: string): Language | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (language === "en") return "en";
    if (language !== "zh" && language !== "yue") return null;
    return script === "Hant" ? "zh-Hant" : "zh-Hans";
  } catch {
    return null;
  }
}
