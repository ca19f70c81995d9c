import { ConverterBuilder } from "opencc-js/core";
import * as toTraditional from "opencc-js/preset/cn2t";
import * as toSimplified from "opencc-js/preset/t2cn";
import type { Language } from "../../../ingest/document.ts";
import { detectLanguage } from "../../../ingest/language/detect.ts";
import { countScripts } from "../../../ingest/language/scripts.ts";
import type { Answer } from "../../api/types.ts";
import type { Reading } from "../reading.ts";

type Written = Pick<Answer, "text" | "sentences">;

/** The answer in the script of the question; with a notice where it is in another language altogether. */
export function inReadersLanguage(
  { text, sentences }: Written,
  { question: { language }, passages }: Reading,
): Written & Pick<Answer, "notice"> {
  const own = text.replace(quoted, "");
  if ((detectLanguage(own, language) === "en") !== (language === "en")) {
    return { text, sentences, notice: "other_language" };
  }
  if (language === "en" || !isInOtherScript(own, language)) return { text, sentences };
  const source = passages.map((passage) => passage.text).join("\n");
  const convert = (written: string) => convertAround(written, source, language);
  return {
    text: convert(text),
    sentences: sentences.map((sentence) => ({ ...sentence, text: convert(sentence.text) })),
  };
}

function isInOtherScript(text: string, language: Language): boolean {
  const { traditional, simplified } = countScripts(text);
  return language === "zh-Hant" ? simplified > traditional : traditional > simplified;
}

const quoted = /「[^」]*」|『[^』]*』|《[^》]*》|“[^”]*”/g;
/** Hong Kong's characters: 裏, 為, 着. */
const converters = {
  "zh-Hant": ConverterBuilder(toTraditional)({ from: "cn", to: "hk" }),
  "zh-Hans": ConverterBuilder(toSimplified)({ from: "hk", to: "cn" }),
};

/** Quotations that stand in the passages as they are stay so. */
function convertAround(text: string, source: string, language: "zh-Hant" | "zh-Hans"): string {
  const convert = converters[language];
  let converted = "";
  let at = 0;
  for (const { 0: quotation, index } of text.matchAll(quoted)) {
    const isVerbatim = source.includes(quotation.slice(1, -1));
    converted += convert(text.slice(at, index)) + (isVerbatim ? quotation : convert(quotation));
    at = index + quotation.length;
  }
  return converted + convert(text.slice(at));
}
