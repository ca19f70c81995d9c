import type { LineRange } from "../line-range.ts";

/** Lines of a document are loaded in parts of as many lines as the server gives in one answer. */
const linesPerPart = 400;

/** The part, counted from 0, that holds a line. */
export function partOf(line: number): number {
  return Math.floor((line - 1) / linesPerPart);
}

export function linesOfPart(part: number): LineRange {
  return { from: part * linesPerPart + 1, to: (part + 1) * linesPerPart };
}

/** About two screens: they are there before they are scrolled to. */
const linesAhead = 100;

/** The parts that hold the lines and those around them. */
export function partsAround({ from, to }: LineRange, lineCount: number): readonly number[] {
  const first = partOf(Math.max(1, from - linesAhead));
  const last = partOf(Math.max(1, Math.min(lineCount, to + linesAhead)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
