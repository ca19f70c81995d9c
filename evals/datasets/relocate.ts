import type { LineRange } from "../metrics/line-overlap.ts";

export interface QuotedRange extends LineRange {
  readonly quote: string;
}

/** Null where the quote is not found. */
export type Relocate = (range: QuotedRange) => LineRange | null;

/**
 * Finds where a quote stands in one document's lines, whitespace aside: the shortest range that holds it, and of
 * several places the one nearest to where it was. `lines[0]` is line 1.
 */
export function createRelocator(lines: readonly string[]): Relocate {
  const squeezed = lines.map(squeeze);
  const text = squeezed.join("");
  /** For each character (UTF-16) of the text, the line it comes from. */
  const lineOf = squeezed.flatMap((line, index) => Array.from({ length: line.length }, () => index + 1));

  return ({ document, startLine, quote }) => {
    const wanted = squeeze(quote);
    if (wanted === "") return null;
    const places: LineRange[] = [];
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
      const last = at + wanted.length - 1;
      places.push({ document, startLine: lineOf[at] ?? 0, endLine: lineOf[last] ?? 0 });
    }
    const distance = (place: LineRange) => Math.abs(place.startLine - startLine);
    return places.sort((left, right) => distance(left) - distance(right))[0] ?? null;
  };
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}
