import type { Answer } from "../../../../server/api/types.ts";
import { markerPattern, numberMarkers } from "../../answer/markers.ts";

export interface CitedWords {
  /** Stands above the list of sources. */
  readonly heading: string;
  /** Where a citation stands, in words. */
  readonly describe: (lines: { readonly from: number; readonly to: number }) => string;
  /** The address that a citation's own is relative to. */
  readonly origin: string;
}

/** An answer as plain text with its sources under it, numbered as the reader sees them. */
export function citeAnswer({ text, citations }: Answer, { heading, describe, origin }: CitedWords): string {
  const numbers = numberMarkers(text, new Set(citations.map(({ marker }) => marker)));
  const body = text
    .replaceAll("**", "")
    .replace(markerPattern, (mark, digits: string) => {
      const number = numbers.get(Number(digits));
      return number === undefined ? mark : `[${number}]`;
    })
    .trim();
  const sources = [...numbers].flatMap(([marker, number]) => {
    const citation = citations.find((candidate) => candidate.marker === marker);
    if (citation === undefined) return [];
    const { title, startLine, endLine, url } = citation;
    const lines = describe({ from: startLine, to: endLine });
    return [`[${number}] ${title}, ${lines}\n    ${new URL(url, origin).href}`];
  });
  return sources.length === 0 ? body : `${body}\n\n${heading}\n${sources.join("\n")}`;
}
