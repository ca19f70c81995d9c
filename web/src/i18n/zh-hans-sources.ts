import type { SourcesWording } from "./en-sources.ts";

export const zhHansSources: SourcesWording = {
  sourceTools: "文档工具",
  linesNotLoaded: "部分行无法加载。",

  outline: "大纲",
  outlineLoading: "正在加载大纲……",
  outlineNone: "这份文档没有小标题。",
  outlineFailed: "无法加载大纲。",

  findOpen: "在文档中查找",
  findLabel: "在文档中查找",
  findPrevious: "上一处",
  findNext: "下一处",
  findClose: "关闭查找",
  findSearching: "正在查找……",
  findFailed: "无法查找",
  findNone: "没有匹配之处",
  findCount: "第 {{current}} 处，共 {{count}} 处",

  copyDocumentLink: "复制文档链接",
  copyLinesLink: "复制{{lines}}的链接",
  linkCopied: "已复制链接",
  linkNotCopied: "浏览器不允许复制，请改为复制网址。",

  citationSteps: "这个答案的引用",
  citationOf: "引用 {{number}}／{{count}}",
  citationBefore: "上一个引用",
  citationAfter: "下一个引用",

  glossTitle: "词典",
  glossLabel: "字词或短语，中英文皆可",
  glossOffer: "查词典",
  glossResults: "词典解释",
  glossHint: "输入字词，或在文中选取。",
  glossLoading: "正在查词典……",
  glossFailed: "无法连接词典，请重试。",
  glossNone: "词典没有收录。",
  glossClose: "关闭词典",
  glossCredit: "资料来自 CC-CEDICT（CC BY-SA 4.0）及内置词表。",
};
