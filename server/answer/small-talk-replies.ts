import type { Language } from "../../ingest/document.ts";

/** What is said to the program that asks nothing of the documents. */
export type Kind =
  | "order"
  | "self"
  | "outside"
  | "doubted"
  | "noted"
  | "translation"
  | "thanks"
  | "greeting"
  | "chat";

const scope = {
  "zh-Hant": "我只根據已收錄的文件回答，並附上每句的出處。",
  "zh-Hans": "我只根据已收录的文档回答，并附上每句的出处。",
  en: "I answer only from the documents held here, and show the lines each sentence stands on.",
} as const;

export const replies: Readonly<Record<Kind, Readonly<Record<Language, string>>>> = {
  order: {
    "zh-Hant": `這是對程式的指示，我不會照做。${scope["zh-Hant"]}`,
    "zh-Hans": `这是对程序的指示，我不会照做。${scope["zh-Hans"]}`,
    en: `That is an instruction to the program, which I do not follow. ${scope.en}`,
  },
  self: {
    "zh-Hant": `我是文件問答程式，不是真人。${scope["zh-Hant"]}`,
    "zh-Hans": `我是文档问答程序，不是真人。${scope["zh-Hans"]}`,
    en: `I am a program that answers questions from documents, not a person. ${scope.en}`,
  },
  outside: {
    "zh-Hant": `這類要求我做不到。${scope["zh-Hant"]}`,
    "zh-Hans": `这类要求我做不到。${scope["zh-Hans"]}`,
    en: `That is outside what I can do. ${scope.en}`,
  },
  doubted: {
    "zh-Hant": "答案可能有錯。請打開引用的原文核對，並為答案評分，說明錯在哪裏。",
    "zh-Hans": "答案可能有错。请打开引用的原文核对，并为答案评分，说明错在哪里。",
    en: "An answer can be wrong. Open the cited lines to check it, and rate it to say what is amiss.",
  },
  noted: {
    "zh-Hant": "好的。還有關於文件的問題，請隨時提出。",
    "zh-Hans": "好的。还有关于文档的问题，请随时提出。",
    en: "All right. Ask whenever you have another question about the documents.",
  },
  translation: {
    "zh-Hant": "我不會翻譯。打開引用的原文，選取字詞，便可查看另一種語言的意思。",
    "zh-Hans": "我不会翻译。打开引用的原文，选中字词，便可查看另一种语言的意思。",
    en: "I do not translate. Open a cited source and select words there to look them up in the other language.",
  },
  thanks: {
    "zh-Hant": "不客氣。還有關於文件的問題，請隨時提出。",
    "zh-Hans": "不客气。还有关于文档的问题，请随时提出。",
    en: "You are welcome. Ask whenever you have another question about the documents.",
  },
  greeting: {
    "zh-Hant": `你好。${scope["zh-Hant"]}請問想查甚麼？`,
    "zh-Hans": `你好。${scope["zh-Hans"]}请问想查什么？`,
    en: `Hello. ${scope.en} What would you like to look up?`,
  },
  chat: {
    "zh-Hant": `這個我幫不上忙。${scope["zh-Hant"]}`,
    "zh-Hans": `这个我帮不上忙。${scope["zh-Hans"]}`,
    en: `I cannot help with that. ${scope.en}`,
  },
};
