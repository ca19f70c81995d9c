import type { CheckedCitation } from "./citation-validity.ts";
import { type Measure, shareOf } from "./measure.ts";

/**
 * Share of citations whose quote, whitespace removed, stands on the cited lines, joined and whitespace removed
 * (RAGAS quoted_spans_alignment, per citation and without its split at spaces, which loses Chinese quotes).
 * An empty quote is not verbatim. Absent without citations.
 */
export function quoteVerbatim(citations: readonly CheckedCitation[]): Measure {
  return shareOf(citations, isVerbatim);
}

function isVerbatim({ quote, lines }: CheckedCitation): boolean {
  const wanted = withoutWhitespace(quote);
  return wanted !== "" && withoutWhitespace(lines.map(({ text }) => text).join("")).includes(wanted);
}

function withoutWhitespace(text: string): string {
  return text.replace(/\s+/gu, "");
}
