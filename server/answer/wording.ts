import type { Language } from "../../ingest/document.ts";

/** The few sentences the product says itself, in the reader's language. */
interface Wording {
  readonly quotes: string;
  readonly notFound: string;
  /** Before the values that documents give, which differ. */
  readonly disagree: string;
}

export const wordings: Readonly<Record<Language, Wording>> = {
  "zh-Hant": {
    quotes: "文件中的相關原文如下：",
    notFound: "文件中找不到這條問題的答案。以下是最接近的段落，供你參考。",
    disagree: "文件的說法並不一致：",
  },
  "zh-Hans": {
    quotes: "文档中的相关原文如下：",
    notFound: "文档中找不到这个问题的答案。以下是最接近的段落，供你参考。",
    disagree: "文档的说法并不一致：",
  },
  en: {
    quotes: "This is what the documents say:",
    notFound: "The documents do not answer this question. The closest lines are shown for reference.",
    disagree: "The documents do not agree:",
  },
};
