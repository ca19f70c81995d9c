import type { CheckedAnswer } from "../run.ts";
import { isLeadIn, splitClaims } from "./claims.ts";

/**
 * What an answer says in words of its own: its text without markers, titles and whatever it quotes, which keeps its
 * document's language and script. The whole text where there is nothing else.
 */
export function ownWords({ answer }: Pick<CheckedAnswer, "answer">): string {
  const quotes = answer.citations.map(({ quote }) => squeeze(quote));
  const lines = answer.text.split("\n");
  const isQuoted = (line: string) =>
    splitClaims(line).every(({ text }) => quotes.some((quote) => quote.includes(squeeze(text))));
  const isOwn = (line: string) => isLeadIn(line) || !isQuoted(line);
  const own = withoutMarkers(lines.filter(isOwn));
  return own === "" ? withoutMarkers(lines) : own;
}

function withoutMarkers(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replace(/\[\d+\]/g, "")
    .trim();
}

/** Marks of lists, tables and emphasis, and blanks, are laid out anew in an answer. */
function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}
