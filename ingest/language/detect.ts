import type { Language } from "../document.ts";
import { hasIdeograph } from "./characters.ts";
import { countScripts } from "./scripts.ts";

/**
 * The language of a text or question, from its characters alone; works from one character up.
 *
 * A text with ideographs is English only if English function words frame it ("What is 施政報告?"); where both
 * languages have such words the larger mass decides (a Latin word weighs as much as two characters). A Latin name
 * inside a Chinese sentence leaves it Chinese. Within Chinese, characters that exist in one script only decide by majority. Chinese without
 * such characters gets `fallback`, or zh-Hant when that is "en"; a text without any letters gets `fallback`.
 */
export function detectLanguage(text: string, fallback: Language = "zh-Hant"): Language {
  if (!hasIdeograph(text)) return LATIN_WORD.test(text) ? "en" : fallback;
  if (isFramedInEnglish(text)) return "en";
  const { traditional, simplified } = countScripts(text);
  if (traditional !== simplified) return traditional > simplified ? "zh-Hant" : "zh-Hans";
  return fallback === "en" ? "zh-Hant" : fallback;
}

const LATIN_WORD = /\p{Script=Latin}{2,}|\b[AaIi]\b/u;
const LATIN_WORDS = /\p{Script=Latin}+/gu;
const IDEOGRAPHS = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g;

/** Words that frame a question or statement and hardly occur in names; of, the and and occur in names. */
const ENGLISH_FRAME =
  /\b(?:what|who|whom|whose|which|when|where|why|how|is|are|was|were|be|been|does|do|did|has|have|had|can|could|will|would|should|may|must|tell|explain|describe|list|about|that|this|these|those|it|its|they|their|we|our|you|your|with|from|by)\b/gi;
const CHINESE_FRAME =
  /[的了是在有和與与及對对為为將将於于把被這这那哪什甚麼么怎如何多少幾几嗎吗呢請请嘅咗喺唔冇係系佢哋嘢點点邊边乜咩啲]/g;

function isFramedInEnglish(text: string): boolean {
  const latin = count(text, LATIN_WORDS);
  if (latin === 0) return false;
  const english = count(text, ENGLISH_FRAME);
  const chinese = count(text, CHINESE_FRAME);
  if (english === 0) return false;
  if (chinese === 0) return latin * 4 >= count(text, IDEOGRAPHS);
  return (latin + english) * 2 > count(text, IDEOGRAPHS) + chinese * 2;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
