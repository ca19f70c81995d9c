import { sourceUrl } from "../../answer/cite.ts";
import type { Answer, Language, PassageResult } from "../../api/types.ts";

/** An answer as text alone, for a client that shows nothing else: its doubts and its closest lines stand in it. */
export function writeContent({ text, language, sentences, closest }: Answer, origin: string): string {
  const doubtful = sentences.filter(({ verdict }) => verdict !== "supported");
  const doubts = doubtful.map((sentence) => `- ${sentence.text}`);
  const parts = [text];
  if (doubts.length > 0) parts.push([doubtHeadings[language], ...doubts].join("\n"));
  if (closest.length > 0) parts.push(closest.map((passage) => linkTo(passage, origin)).join("\n"));
  return parts.join("\n\n");
}

const doubtHeadings: Readonly<Record<Language, string>> = {
  "zh-Hant": "以下各句未能由所引的原文完全證實：",
  "zh-Hans": "以下各句未能由所引的原文完全证实：",
  en: "Not fully supported by the cited lines:",
};

function linkTo({ document, title, startLine, endLine }: PassageResult, origin: string): string {
  const url = new URL(sourceUrl(document, startLine, endLine), origin).href;
  // Parentheses are the one thing a path may hold that ends a link.
  const target = url.replaceAll("(", "%28").replaceAll(")", "%29");
  return `- [${title.replace(/[\\[\]]/g, "\\$&")}](${target})`;
}
