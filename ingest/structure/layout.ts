import type { Line } from "../document.ts";

/** What a document's own line statistics say about how it was set. */
export interface Layout {
  /** Columns of a full line where text is hard-wrapped (a Chinese character is two), or null where it is not. */
  readonly wrapColumns: number | null;
  /** Blank lines that usually stand between two lines of text: 0, or 1 where every line is followed by one. */
  readonly usualGap: number;
  /** Whether a blank at the end of a line tells the end of a paragraph here. */
  readonly trailingBlankEnds: boolean;
}

const wrapTolerance = 0.87;

/** Measures the layout from all lines that hold text. */
export function measureLayout(lines: readonly Line[]): Layout {
  const full = lines.filter((line) => line.text.trim() !== "");
  const gaps = full.slice(1).map((line, index) => line.number - (full[index]?.number ?? 0) - 1);
  const wrapColumns = findWrapColumns(full);
  return {
    wrapColumns,
    usualGap: median(gaps),
    trailingBlankEnds: wrapColumns !== null && trailingBlankTells(full, wrapColumns),
  };
}

/** Display width: two columns for a wide character, one for any other. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
  return columns;
}

export function isFull(text: string, wrapColumns: number): boolean {
  return columnsOf(text.trim()) >= wrapColumns * wrapTolerance;
}

/** Wrapped text has most of its lines within a few columns of one width; free text spreads over many. */
function findWrapColumns(lines: readonly Line[]): number | null {
  const widths = lines.map((line) => columnsOf(line.text.trim())).sort((a, b) => a - b);
  const candidate = widths[Math.floor(widths.length * 0.75)] ?? 0;
  const near = widths.filter(
    (width) => width >= candidate * wrapTolerance && width <= candidate * 1.15,
  ).length;
  return candidate >= 40 && candidate <= 140 && near >= widths.length * 0.4 ? candidate : null;
}

/** The sign is worth something where short lines mostly carry it and full lines mostly do not. */
function trailingBlankTells(lines: readonly Line[], wrapColumns: number): boolean {
  const short = lines.filter((line) => !isFull(line.text, wrapColumns));
  const long = lines.filter((line) => isFull(line.text, wrapColumns));
  return share(short, hasTrailingBlank) > 0.7 && share(long, hasTrailingBlank) < 0.3;
}

export function hasTrailingBlank(line: Line): boolean {
  return /\s$/.test(line.text);
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
