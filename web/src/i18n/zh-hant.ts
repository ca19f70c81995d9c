import type { Wording } from "./en.ts";
import { zhHantChat } from "./zh-hant-chat.ts";
import { zhHantDocuments } from "./zh-hant-documents.ts";
import { zhHantEmbed } from "./zh-hant-embed.ts";
import { zhHantFeedback } from "./zh-hant-feedback.ts";
import { zhHantSources } from "./zh-hant-sources.ts";
import { zhHantUploads } from "./zh-hant-uploads.ts";
import { zhHantWhy } from "./zh-hant-why.ts";

export const zhHant: Wording = {
  ...zhHantChat,
  ...zhHantDocuments,
  ...zhHantUploads,
  ...zhHantFeedback,
  ...zhHantSources,
  ...zhHantWhy,
  ...zhHantEmbed,

  productName: "言之有據",
  tagline: "每句答案，都有原文可查",
  language: "語言",
  newChat: "新對話",

  you: "你",
  greeting: "想知道些甚麼？",
  greetingDetail: "可用中文或英文提問。答案全部來自機構的文件，並標明所依據的原文行數，方便逐句核對。",
  exampleQuestions: "可以這樣問",
  exampleSaid: "關於「{{topic}}」，文件怎樣說？",
  exampleAdvice: "關於「{{topic}}」，文件有甚麼建議？",
  exampleContents: "「{{topic}}」包括甚麼內容？",
  exampleDescribed: "文件怎樣談及「{{topic}}」？",
  documents: "文件",
  documentLineCount: "{{lineCount}} 行",
  documentsUnavailable: "未能載入文件清單。",

  conversation: "對話",
  conversationLoading: "正在開啟對話……",
  conversationMissing: "找不到這段對話，或它並不屬於你。",
  conversationFailed: "無法開啟這段對話，請稍後再試。",
  composerLabel: "你的問題",
  composerPlaceholder: "就文件內容提問……",
  composerHint: "按 Enter 傳送，Shift + Enter 換行",
  send: "傳送",
  stop: "停止回答",
  retry: "重試",

  searching: "正在搜尋文件……",
  reading: "正在細閱最相關的段落……",
  answerReady: "答案：{{text}}",
  answerStopped: "已停止。以上內容並不完整，亦未經核對。",
  answerInterrupted: "答案未完成，連線已中斷。以上內容未經核對。",
  answerFailed: "未能回答這條問題。",
  serverUnreachable: "無法連接伺服器。請檢查網絡後重試。",
  extractiveMode: "答案均為文件原文摘錄，現時沒有連接語言模型。",

  citation: "引文 {{number}}：「{{title}}」，{{lines}}",
  oneLine: "第 {{from}} 行",
  manyLines: "第 {{from}}–{{to}} 行",
  page: "第 {{page}} 頁",
  partialLabel: "所引原文只能支持部分內容",
  unsupportedLabel: "所引原文不支持這句話",
  unplacedSentences: "答案中以下內容不宜採信：",
  closestLines: "最接近的原文",
  closestLinesDetail: "以下只是文件中最接近的段落，並非問題的答案。",

  sourceLines: "「{{title}}」原文",
  openFullPage: "開啟整頁",
  opensInNewTab: "（在新分頁開啟）",
  closeSource: "關閉原文",
  backToChat: "返回對話",
  citedLines: "引用{{lines}}",
  endOfDocument: "全文完",
  sourceLoading: "正在開啟文件……",
  sourceMissing: "文件已不存在，或你沒有閱讀權限。",
  sourceFailed: "未能開啟文件。",
  linesMissing: "文件只有 {{lineCount}} 行，已找不到所引用的原文。",
  quoteMoved: "文件其後經過修訂，所引原文現於{{lines}}。",
  quoteGone: "文件其後經過修訂，所引原文已不在其中。這裏是它原來的位置。",
  askAQuestion: "提問",
  pageNotFound: "找不到這個頁面。",

  corpusMissingTitle: "找不到文件資料夾",
  corpusMissingAction: "請建立資料夾，或把 CORPUS_DIR 設為存放文件的位置，然後重新啟動。",
  corpusEmptyTitle: "尚未有文件",
  corpusEmptyAction: "請把文件放入資料夾，然後執行「npm run ingest」。",
  ingestingTitle: "正在讀取文件……",
  ingestingAction: "完成後即可提問，頁面會自動更新。",
  noIndexTitle: "文件尚未讀取",
  noIndexAction: "請執行「npm run ingest」，頁面會自動更新。",
  shuttingDownTitle: "伺服器正在重新啟動",
  shuttingDownAction: "稍後頁面會自動恢復。",
  unreachableTitle: "無法連接伺服器",
  unreachableAction: "請確認伺服器正在運行，並已連接正確的網絡。正在重新連接……",
};
