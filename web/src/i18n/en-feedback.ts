/** The page of readers' feedback, in English. */
export const enFeedback = {
  feedbackTitle: "Readers’ feedback",
  feedbackDetail: "What readers thought of answers, and what they asked in vain. Who asked is not shown.",
  feedbackOff:
    "This page is switched off. Whoever runs the server can set KEEPER_PAGES=on, if everyone who can reach the server may see what others asked.",
  feedbackShown: "What is listed",
  feedbackDown: "Not helpful",
  feedbackUp: "Helpful",
  feedbackUnanswered: "Not answered",
  feedbackLoading: "Loading the list…",
  feedbackFailed: "The list could not be loaded.",
  feedbackNone: "There is nothing here yet.",
  feedbackMore: "Show more",
  feedbackNoReason: "No reason was given.",
  feedbackAfter: "asked after “{{question}}”",
  feedbackAnswer: "The answer",
  feedbackReply: "The reply",

  caseLines: "Which of these lines answer the question?",
  caseAnswered: "The ticked lines will be the right answer.",
  caseRefused: "With no line ticked, the right reply is that the documents do not answer.",
  caseCopy: "Copy as eval case",
  caseDownload: "Download",
  caseCopied: "Copied: add it as a line to a dataset file.",
};

export type FeedbackWording = Readonly<Record<keyof typeof enFeedback, string>>;
