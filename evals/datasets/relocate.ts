import type { LineRange } from "../metrics/line-overlap.ts";

export interface QuotedRange extends LineRange {
  readonly quote: string;
}

/**
 * Where a quote stands in its document's lines, whitespace aside: the shortest range that holds it, and of several
 * places the one nearest to where it was. Null where it is not found. `lines[0]` is line 1.
 */
export function relocate(
  { document, startLine, quote }: QuotedRange,
  lines: readonly string[],
): LineRange | null {
  const { text, lineOf } = joinLines(lines);
  const wanted = squeeze(quote);
  if (wanted === "") return null;
  const places: LineRange[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const last = at + wanted.length - 1;
    places.push({ document, startLine: lineOf[at] ?? 0, endLine: lineOf[last] ?? 0 });
  }
  const distance = (place: LineRange) => Math.abs(place.startLine - startLine);
  return places.sort((left, right) => distance(left) - distance(right))[0] ?? null;
}

/** The lines without whitespace as one text, and for each of its characters (UTF-16) the line it comes from. */
function joinLines(lines: readonly string[]): { text: string; lineOf: readonly number[] } {
  const squeezed = lines.map(squeeze);
  const lineOf = squeezed.flatMap((line, index) => Array.from({ length: line.length }, () => index + 1));
  return { text: squeezed.join(""), lineOf };
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}
