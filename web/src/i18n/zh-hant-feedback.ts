import type { FeedbackWording } from "./en-feedback.ts";

export const zhHantFeedback: FeedbackWording = {
  feedbackTitle: "讀者意見",
  feedbackDetail: "讀者對答案的評價，以及未獲解答的問題。這裏不會顯示提問者是誰。",
  feedbackOff: "這一頁未開放。如果所有能連接伺服器的人都可以看到他人的提問，管理員可設定 KEEPER_PAGES=on。",
  feedbackShown: "顯示內容",
  feedbackDown: "沒有幫助",
  feedbackUp: "有幫助",
  feedbackUnanswered: "未獲解答",
  feedbackLoading: "正在載入……",
  feedbackFailed: "未能載入清單。",
  feedbackNone: "暫時沒有內容。",
  feedbackMore: "顯示更多",
  feedbackNoReason: "沒有填寫原因。",
  feedbackAfter: "接續「{{question}}」",
  feedbackAnswer: "答案",
  feedbackReply: "回覆",

  caseLines: "以下哪些行回答了問題？",
  caseAnswered: "已選的行會作為正確答案。",
  caseRefused: "如不選任何行，正確的回覆就是文件未有解答。",
  caseCopy: "複製為評測題",
  caseDownload: "下載",
  caseCopied: "已複製，請貼到題庫檔案的新一行。",
};
