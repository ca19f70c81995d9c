import type { FeedbackWording } from "./en-feedback.ts";

export const zhHansFeedback: FeedbackWording = {
  feedbackTitle: "读者反馈",
  feedbackDetail: "读者对答案的评价，以及未得到解答的问题。这里不会显示提问者是谁。",
  feedbackOff: "这一页未开放。如果所有能连接服务器的人都可以看到他人的提问，管理员可设置 KEEPER_PAGES=on。",
  feedbackShown: "显示内容",
  feedbackDown: "没有帮助",
  feedbackUp: "有帮助",
  feedbackUnanswered: "未得到解答",
  feedbackLoading: "正在加载……",
  feedbackFailed: "无法加载列表。",
  feedbackNone: "暂时没有内容。",
  feedbackMore: "显示更多",
  feedbackNoReason: "没有填写原因。",
  feedbackAfter: "接续“{{question}}”",
  feedbackAnswer: "答案",
  feedbackReply: "回复",

  caseLines: "以下哪些行回答了问题？",
  caseAnswered: "已选的行将作为正确答案。",
  caseRefused: "如不选任何行，正确的回复就是文档没有解答。",
  caseCopy: "复制为评测题",
  caseDownload: "下载",
  caseCopied: "已复制，请粘贴到题库文件的新一行。",
};
