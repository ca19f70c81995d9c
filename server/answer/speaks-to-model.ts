import type { Sentence } from "../../ingest/document.ts";

/**
 * Whether a sentence of a document gives a language model orders, as planted text does: it is no evidence for
 * anything. What only mentions such orders in passing may be caught as well; it stays readable in the source.
 */
export function speaksToModel(sentence: string): boolean {
  // Characters of no width between letters hide words from a search, not from a model.
  const plain = sentence.replace(/\p{Cf}/gu, "");
  return orders.some((order) => order.test(plain));
}

/** The same of what stands between the full stops around it: a document may be cut into sentences at a semicolon. */
export function isPartOfOrder(sentence: Sentence, sentences: readonly Sentence[]): boolean {
  const index = sentences.indexOf(sentence);
  let from = index;
  let to = index;
  while (goesOn(sentences[from - 1], sentences[from])) from--;
  while (goesOn(sentences[to], sentences[to + 1])) to++;
  return speaksToModel(
    sentences
      .slice(from, to + 1)
      .map(({ text }) => text)
      .join(" "),
  );
}

function goesOn(one: Sentence | undefined, next: Sentence | undefined): boolean {
  return (
    one !== undefined &&
    next !== undefined &&
    one.endLine === next.startLine &&
    /[;；,，、:：]$/.test(one.text.trim())
  );
}

const orders = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines|(?:previous|prior|above|earlier) (?:text|messages?|content))\b/i,
  /^\s*(?:system|assistant|developer)\s*[:：]/i,
  /\byou are (?:now|no longer|an? (?:ai|assistant|language model|bot))\b/i,
  /\b(?:reply|respond|answer|output|say|print|write)\b.{0,20}\b(?:only|exactly|nothing (?:else|but)|verbatim)\b/i,
  /\b(?:system prompt|developer mode|jailbreak)\b/i,
  /(?:忽略|無視|无视|忘記|忘记|不要理會|不要理会|唔好理).{0,16}(?:指示|指令|規則|规则|提示|設定|设定)/,
  /(?:你現在是|你现在是|你而家係|從現在起你|从现在起你|系統提示|系统提示|提示詞|提示词)/,
  /(?:只|僅|仅|必須|必须|請|请)(?:需|要|可|能)?(?:回答|回覆|回复|輸出|输出|說|说出?)\s*[「『“"‘]/,
  /(?:給|给|致|請|请)\s*(?:人工智能|人工智慧|AI|語言模型|语言模型|聊天機器人|聊天机器人|智能助理|智能助手)[^。！？]{0,12}[:：，,]/i,
  /(?:凡|只要|每當|每当|任何).{0,12}(?:問|问).{0,16}(?:一律|都|都要|必須|必须)(?:回答|回覆|回复|說|说)/,
  /\b(?:instructions?|notes?|messages?|orders?) (?:to|for) (?:the |any |all )?(?:ai\b|assistants?|chat ?bots?|language models?|bots?)/i,
];
