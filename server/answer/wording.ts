import type { Language } from "../../ingest/document.ts";

/** The few sentences the product says itself, in the reader's language. */
interface Wording {
  readonly quotes: string;
  readonly notFound: string;
  /** Where a document is to be told in short, before the titles of those it may be. */
  readonly whichDocument: string;
  /** Before the values that documents give, which differ. */
  readonly disagree: string;
}

export const wordings: Readonly<Record<Language, Wording>> = {
  "zh-Hant": {
    quotes: "文件中的相關原文如下：",
    notFound: "文件中找不到這條問題的答案。以下是最接近的段落，供你參考。",
    whichDocument: "請說明想知道哪一份文件的內容，例如：",
    disagree: "文件的說法並不一致：",
  },
  "zh-Hans": {
    quotes: "文档中的相关原文如下：",
    notFound: "文档中找不到这个问题的答案。以下是最接近的段落，供你参考。",
    whichDocument: "请说明想了解哪一份文档的内容，例如：",
    disagree: "文档的说法并不一致：",
  },
  en: {
    quotes: "This is what the documents say:",
    notFound: "The documents do not answer this question. The closest lines are shown for reference.",
    whichDocument: "Please say which document you mean, for example:",
    disagree: "The documents do not agree:",
  },
};
