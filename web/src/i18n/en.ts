import { enChat } from "./en-chat.ts";
import { enDocuments } from "./en-documents.ts";
import { enEmbed } from "./en-embed.ts";
import { enFeedback } from "./en-feedback.ts";
import { enSources } from "./en-sources.ts";
import { enUploads } from "./en-uploads.ts";
import { enWhy } from "./en-why.ts";

export const en = {
  ...enChat,
  ...enDocuments,
  ...enUploads,
  ...enFeedback,
  ...enSources,
  ...enWhy,
  ...enEmbed,

  productName: "Groundline",
  tagline: "Answers you can check, line by line",
  language: "Language",
  newChat: "New chat",

  you: "You",
  greeting: "What would you like to know?",
  greetingDetail:
    "Ask in Chinese or English. Every answer comes from your organisation’s documents and points to the exact lines it stands on.",
  exampleQuestions: "Try asking",
  exampleSaid: "What do the documents say about “{{topic}}”?",
  exampleAdvice: "What is recommended on “{{topic}}”?",
  exampleContents: "What should I know about “{{topic}}”?",
  exampleDescribed: "How do the documents describe “{{topic}}”?",
  documents: "Documents",
  documentLineCount: "Lines: {{lineCount}}",
  documentsUnavailable: "The list of documents could not be loaded.",

  conversation: "Conversation",
  conversationLoading: "Opening the conversation…",
  conversationMissing: "This conversation is not there, or it is not yours.",
  conversationFailed: "The conversation could not be opened. Try again later.",
  composerLabel: "Your question",
  composerPlaceholder: "Ask about the documents…",
  composerHint: "Enter to send, Shift + Enter for a new line",
  send: "Send",
  stop: "Stop answering",
  retry: "Try again",

  searching: "Searching the documents…",
  reading: "Reading the closest passages…",
  answerReady: "Answer: {{text}}",
  answerStopped: "Stopped. What is shown is incomplete and has not been checked.",
  answerInterrupted:
    "The connection was lost before the answer was complete. What is shown has not been checked.",
  answerFailed: "The question could not be answered.",
  serverUnreachable: "The server cannot be reached. Check your network, then try again.",
  extractiveMode: "Answers are quotes from the documents; no model is connected.",

  citation: "Citation {{number}}: {{title}}, {{lines}}",
  oneLine: "line {{from}}",
  manyLines: "lines {{from}}–{{to}}",
  page: "page {{page}}",
  partialLabel: "Only partly supported by the cited lines",
  unsupportedLabel: "Not supported by the cited lines",
  unplacedSentences: "These parts of the answer should not be relied on:",
  closestLines: "Closest lines",
  closestLinesDetail: "The nearest passages in the documents. They are not an answer to the question.",

  sourceLines: "Lines of {{title}}",
  openFullPage: "Open the full page",
  opensInNewTab: "(opens in a new tab)",
  closeSource: "Close the source",
  backToChat: "Back to the chat",
  citedLines: "Cited: {{lines}}",
  endOfDocument: "End of the document",
  sourceLoading: "Opening the document…",
  sourceMissing: "This document is no longer there, or you may not read it.",
  sourceFailed: "The document could not be opened.",
  linesMissing: "The cited lines are not in this document any more: it ends at line {{lineCount}}.",
  quoteMoved: "The document has been edited since. The quoted words now stand here: {{lines}}.",
  quoteGone:
    "The document has been edited since, and the quoted words are no longer in it. This is where they stood.",
  askAQuestion: "Ask a question",
  pageNotFound: "There is no page at this address.",

  corpusMissingTitle: "The documents folder was not found",
  corpusMissingAction: "Create the folder, or set CORPUS_DIR to where your documents are, and start again.",
  corpusEmptyTitle: "There are no documents yet",
  corpusEmptyAction: "Put your files into the documents folder, then run “npm run ingest”.",
  corpusEmptyUpload: "Add your files: they can be asked about as soon as they have been read.",
  ingestingTitle: "Reading the documents…",
  ingestingAction: "Questions can be asked as soon as this is done. The page will update by itself.",
  noIndexTitle: "The documents have not been read yet",
  noIndexAction: "Run “npm run ingest”. The page will update by itself.",
  shuttingDownTitle: "The server is restarting",
  shuttingDownAction: "The page will go on by itself in a moment.",
  unreachableTitle: "The server cannot be reached",
  unreachableAction: "Check that it is running and that you are on the right network. Still trying…",
};

/** What every language has a wording for. */
export type Wording = Readonly<Record<keyof typeof en, string>>;
