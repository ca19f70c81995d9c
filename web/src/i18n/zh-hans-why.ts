import type { WhyWording } from "./en-why.ts";

export const zhHansWhy: WhyWording = {
  whyThisPassage: "为什么是这段",
  whyLoading: "正在查找原因……",
  whyFailed: "无法加载原因。",
  whyMissing: "单凭这个问题搜索，这份文档中有其他段落更接近。",
  whyMatches: "在这里找到的问题用词",
  whyNoMatches: "这里没有问题中的用词，但意思相近。",
  whyUnmatched: "这里没有：{{words}}",
  whyNaming: "问题提到这份文档：{{words}}",
  whyScore: "评分依据及所占比重",
  whyEarlier: "来自之前的对话",
  whyListSeparator: "、",

  kindWritten: "原词",
  kindForm: "词形变化",
  kindSynonym: "同义词",
  kindTranslation: "翻译",

  placeHeading: "见小标题",
  placeTitle: "见文档标题",
  placeOrganisation: "见机构名称",
  placeAlias: "见简称",
  placeDate: "见日期",

  featureLexical: "用词相符（少见的更重）",
  featureDense: "意思相近",
  featureAlignment: "字词意思相近",
  featureSentence: "用词集中在一句",
  featureHeading: "小标题相符",
  featureDocument: "提到这份文档",
  featureRun: "连续用字相同",
  featureRerank: "交叉编码器评分",
};
