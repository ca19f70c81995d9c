import type { WhyWording } from "./en-why.ts";

export const zhHantWhy: WhyWording = {
  whyThisPassage: "為甚麼是這段",
  whyLoading: "正在查找原因……",
  whyFailed: "未能載入原因。",
  whyMissing: "單憑這條問題搜尋，這份文件中有其他段落更接近。",
  whyMatches: "在這裏找到的問題用語",
  whyNoMatches: "這裏沒有問題中的用語，但意思相近。",
  whyUnmatched: "這裏沒有：{{words}}",
  whyNaming: "問題提到這份文件：{{words}}",
  whyScore: "評分依據及所佔比重",
  whyEarlier: "來自之前的對話",
  whyListSeparator: "、",

  kindWritten: "原詞",
  kindForm: "詞形變化",
  kindSynonym: "同義詞",
  kindTranslation: "翻譯",

  placeHeading: "見小標題",
  placeTitle: "見文件標題",
  placeOrganisation: "見機構名稱",
  placeAlias: "見簡稱",
  placeDate: "見日期",

  featureLexical: "用語相符（罕見的較重）",
  featureDense: "意思相近",
  featureAlignment: "字詞意思相近",
  featureSentence: "用語集中在一句",
  featureHeading: "小標題相符",
  featureDocument: "提到這份文件",
  featureRun: "連續用字相同",
  featureRerank: "交叉編碼器評分",
};
