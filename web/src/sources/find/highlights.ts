import type { FoundPlace } from "../../../../server/api/documents.ts";

/** A stretch of one line's text that was looked for; the end is not part of it. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  /** Whether it belongs to the place that the reader has gone to. */
  readonly isCurrent: boolean;
}

export type Highlights = ReadonlyMap<number, readonly Highlight[]>;

/** The places by the lines they stand on; one that reaches over line ends is marked on each of its lines. */
export function highlightPlaces(places: readonly FoundPlace[], current: number | null): Highlights {
  const byLine = new Map<number, Highlight[]>();
  places.forEach(({ startLine, start, endLine, end }, index) => {
    for (let line = startLine; line <= endLine; line++) {
      const highlight = {
        start: line === startLine ? start : 0,
        end: line === endLine ? end : Number.POSITIVE_INFINITY,
        isCurrent: index === current,
      };
      byLine.set(line, [...(byLine.get(line) ?? []), highlight]);
    }
  });
  return byLine;
}

/** The first place at or after a line; past the last of them, the first. Null where there is none. */
export function placeFrom(places: readonly FoundPlace[], line: number): number | null {
  if (places.length === 0) return null;
  return Math.max(
    0,
    places.findIndex(({ startLine }) => startLine >= line),
  );
}
