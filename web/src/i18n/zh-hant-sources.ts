import type { SourcesWording } from "./en-sources.ts";

export const zhHantSources: SourcesWording = {
  sourceTools: "文件工具",
  linesNotLoaded: "部分行未能載入。",

  outline: "大綱",
  outlineLoading: "正在載入大綱……",
  outlineNone: "這份文件沒有小標題。",
  outlineFailed: "未能載入大綱。",

  findOpen: "在文件中尋找",
  findLabel: "在文件中尋找",
  findPrevious: "上一處",
  findNext: "下一處",
  findClose: "關閉尋找",
  findSearching: "正在尋找……",
  findFailed: "未能尋找",
  findNone: "沒有相符之處",
  findCount: "第 {{current}} 處，共 {{count}} 處",

  copyDocumentLink: "複製文件連結",
  copyLinesLink: "複製{{lines}}的連結",
  linkCopied: "已複製連結",
  linkNotCopied: "瀏覽器不容許複製，請改為複製網址。",

  citationSteps: "這個答案的引用",
  citationOf: "引用 {{number}}／{{count}}",
  citationBefore: "上一個引用",
  citationAfter: "下一個引用",

  glossTitle: "詞典",
  glossLabel: "字詞或短語，中英文皆可",
  glossOffer: "查詞典",
  glossResults: "詞典解釋",
  glossHint: "輸入字詞，或在文中選取。",
  glossLoading: "正在查詞典……",
  glossFailed: "未能連接詞典，請再試。",
  glossNone: "詞典沒有收錄。",
  glossClose: "關閉詞典",
  glossCredit: "資料來自 CC-CEDICT（CC BY-SA 4.0）及內置詞表。",
};
