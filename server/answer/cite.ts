import type { Sentence } from "../../ingest/document.ts";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import type { Citation } from "../api/types.ts";
import { quotedItems } from "./quoted-items.ts";

/** Neighbouring sentences of one document that are quoted together. */
export interface Quotation {
  readonly passage: { readonly document: string };
  readonly sentences: readonly Sentence[];
}

/** A citation of the lines that a quotation stands on, its quote verbatim from them (I3). */
export function citeQuotation(
  base: KnowledgeBase,
  { passage, sentences }: Quotation,
  marker: number,
): Citation {
  const startLine = Math.min(...sentences.map((sentence) => sentence.startLine));
  const endLine = Math.max(...sentences.map((sentence) => sentence.endLine));
  const lines = base.lines(passage.document, startLine, endLine);
  return {
    marker,
    document: passage.document,
    title: base.document(passage.document)?.title ?? passage.document,
    startLine,
    endLine,
    page: lines[0]?.page ?? null,
    quote: verbatim(
      sentences,
      lines.map((line) => line.text),
    ),
    url: sourceUrl(passage.document, startLine, endLine),
  };
}

/** Whether the quote, whitespace aside, stands in the lines. */
export function isVerbatim(quote: string, lines: readonly string[]): boolean {
  return withoutBlanks(lines.join("")).includes(withoutBlanks(quote));
}

/** The sentences as running text, items and rows on lines of their own; where a page number or header stands between their lines, the lines themselves. */
function verbatim(sentences: readonly Sentence[], lines: readonly string[]): string {
  const quoted = quotedItems(sentences.map((sentence) => sentence.text)).join("\n");
  if (isVerbatim(quoted, lines)) return quoted;
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

export function sourceUrl(document: string, startLine: number, endLine: number): string {
  const path = document.split("/").map(encodeURIComponent).join("/");
  return `/sources/${path}#L${startLine}-L${endLine}`;
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, "");
}
