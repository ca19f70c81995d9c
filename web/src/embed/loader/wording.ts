export interface Wording {
  readonly open: string;
  readonly close: string;
  readonly title: string;
  readonly opening: string;
  readonly unreachable: string;
  readonly unread: string;
}

/** In this locale; in the browser's where it is empty. */
export function chooseWording(locale: string): Wording {
  const tag = locale || navigator.language;
  if (!/^(?:zh|yue)/i.test(tag)) return english;
  return /^(?:zh|yue)(?!-hans|-cn|-sg)/i.test(tag) && tag !== "zh" ? traditional : simplified;
}

const english: Wording = {
  open: "Ask the documents",
  close: "Close the chat",
  title: "Groundline chat",
  opening: "Opening…",
  unreachable: "The chat cannot be opened here now. Try again later.",
  unread: "(new answer)",
};

const traditional: Wording = {
  open: "向文件提問",
  close: "關閉對話",
  title: "言之有據對話",
  opening: "正在開啟……",
  unreachable: "現時無法在此開啟對話，請稍後再試。",
  unread: "（有新答案）",
};

const simplified: Wording = {
  open: "向文档提问",
  close: "关闭对话",
  title: "言之有据对话",
  opening: "正在打开……",
  unreachable: "目前无法在此打开对话，请稍后再试。",
  unread: "（有新答案）",
};
