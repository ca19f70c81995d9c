import type { PageLine } from "./page-lines.ts";

/** Depths of headings by type size, rounded to half points: the sizes clearly larger than that of most text. */
export function findHeadingSizes(lines: readonly PageLine[]): ReadonlyMap<number, number> {
  const characters = new Map<number, number>();
  for (const { text, size } of lines)
    characters.set(roundSize(size), (characters.get(roundSize(size)) ?? 0) + text.length);
  const [body = 0] = [...characters].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  const total = [...characters.values()].reduce((a, b) => a + b, 0);
  const larger = [...characters]
    .filter(([size, count]) => size >= body * clearlyLarger && count < 0.2 * total)
    .map(([size]) => size)
    .sort((a, b) => b - a);
  return new Map(larger.slice(0, deepest).map((size, index) => [size, index + 1]));
}

const clearlyLarger = 1.12;
const deepest = 6;

export function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}
