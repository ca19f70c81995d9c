import type { Wording } from "./en.ts";
import { zhHansChat } from "./zh-hans-chat.ts";
import { zhHansDocuments } from "./zh-hans-documents.ts";
import { zhHansEmbed } from "./zh-hans-embed.ts";
import { zhHansFeedback } from "./zh-hans-feedback.ts";
import { zhHansSources } from "./zh-hans-sources.ts";
import { zhHansUploads } from "./zh-hans-uploads.ts";
import { zhHansWhy } from "./zh-hans-why.ts";

export const zhHans: Wording = {
  ...zhHansChat,
  ...zhHansDocuments,
  ...zhHansUploads,
  ...zhHansFeedback,
  ...zhHansSources,
  ...zhHansWhy,
  ...zhHansEmbed,

  productName: "言之有据",
  tagline: "每句答案，都有原文可查",
  language: "语言",
  newChat: "新对话",

  you: "你",
  greeting: "想了解些什么？",
  greetingDetail: "可用中文或英文提问。答案全部来自机构的文档，并标明所依据的原文行号，方便逐句核对。",
  exampleQuestions: "可以这样问",
  exampleSaid: "关于“{{topic}}”，文档怎么说？",
  exampleAdvice: "关于“{{topic}}”，文档有什么建议？",
  exampleContents: "“{{topic}}”包括什么内容？",
  exampleDescribed: "文档怎样谈及“{{topic}}”？",
  documents: "文档",
  documentLineCount: "{{lineCount}} 行",
  documentsUnavailable: "无法加载文档列表。",

  conversation: "对话",
  conversationLoading: "正在打开对话……",
  conversationMissing: "找不到这段对话，或它并不属于你。",
  conversationFailed: "无法打开这段对话，请稍后再试。",
  composerLabel: "你的问题",
  composerPlaceholder: "就文档内容提问……",
  composerHint: "按 Enter 发送，Shift + Enter 换行",
  send: "发送",
  stop: "停止回答",
  retry: "重试",

  searching: "正在搜索文档……",
  reading: "正在细读最相关的段落……",
  answerReady: "答案：{{text}}",
  answerStopped: "已停止。以上内容不完整，也未经核对。",
  answerInterrupted: "答案尚未完成，连接已中断。以上内容未经核对。",
  answerFailed: "无法回答这个问题。",
  serverUnreachable: "无法连接服务器。请检查网络后重试。",
  extractiveMode: "答案均为文档原文摘录，目前没有连接语言模型。",

  citation: "引文 {{number}}：《{{title}}》，{{lines}}",
  oneLine: "第 {{from}} 行",
  manyLines: "第 {{from}}–{{to}} 行",
  page: "第 {{page}} 页",
  partialLabel: "所引原文只能支持部分内容",
  unsupportedLabel: "所引原文不支持这句话",
  unplacedSentences: "答案中以下内容不宜采信：",
  closestLines: "最接近的原文",
  closestLinesDetail: "以下只是文档中最接近的段落，并非问题的答案。",

  sourceLines: "《{{title}}》原文",
  openFullPage: "打开整页",
  opensInNewTab: "（在新标签页打开）",
  closeSource: "关闭原文",
  backToChat: "返回对话",
  citedLines: "引用{{lines}}",
  endOfDocument: "全文完",
  sourceLoading: "正在打开文档……",
  sourceMissing: "文档已不存在，或你没有阅读权限。",
  sourceFailed: "无法打开文档。",
  linesMissing: "文档只有 {{lineCount}} 行，已找不到所引用的原文。",
  quoteMoved: "文档其后经过修订，所引原文现于{{lines}}。",
  quoteGone: "文档其后经过修订，所引原文已不在其中。这里是它原来的位置。",
  askAQuestion: "提问",
  pageNotFound: "找不到这个页面。",

  corpusMissingTitle: "找不到文档文件夹",
  corpusMissingAction: "请创建文件夹，或把 CORPUS_DIR 设为存放文档的位置，然后重新启动。",
  corpusEmptyTitle: "还没有文档",
  corpusEmptyAction: "请把文件放入文档文件夹，然后运行“npm run ingest”。",
  ingestingTitle: "正在读取文档……",
  ingestingAction: "完成后即可提问，页面会自动更新。",
  noIndexTitle: "文档尚未读取",
  noIndexAction: "请运行“npm run ingest”，页面会自动更新。",
  shuttingDownTitle: "服务器正在重新启动",
  shuttingDownAction: "稍后页面会自动恢复。",
  unreachableTitle: "无法连接服务器",
  unreachableAction: "请确认服务器正在运行，并已连接正确的网络。正在重新连接……",
};
