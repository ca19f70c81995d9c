import { detectLanguage } from "../../../ingest/language/detect.ts";
import type { Answer, ChineseScript } from "../../api/types.ts";
import { convertScript, isInOtherScript } from "../convert-script.ts";
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

const quoted = /「[^」]*」|『[^』]*』|《[^》]*》|“[^”]*”/g;

/** Quotations that stand in the passages as they are stay so. */
function convertAround(text: string, source: string, script: ChineseScript): string {
  const convert = (part: string) => convertScript(part, script);
  let converted = "";
  let at = 0;
  for (const { 0: quotation, index } of text.matchAll(quoted)) {
    const isVerbatim = source.includes(quotation.slice(1, -1));
    converted += convert(text.slice(at, index)) + (isVerbatim ? quotation : convert(quotation));
    at = index + quotation.length;
  }
  return converted + convert(text.slice(at));
}
