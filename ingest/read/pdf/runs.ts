import type { PlacedText } from "./pdf-document.ts";

/**
 * A piece of text in the space of its own writing: `start` to `end` along a line, `top` to `bottom` across it, both
 * growing the way one reads. Horizontal, vertical and turned pages all look the same from here on.
 */
export interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** The runs of a page, one list for each way of writing on it, the one with most text first. */
export function orientRuns(texts: readonly PlacedText[]): Run[][] {
  const stacked = findStacked(texts);
  const byWriting = new Map<number, Run[]>();
  for (const text of texts) {
    const isVertical = text.isVertical || stacked.has(text);
    const key = writingAngle(text, isVertical);
    const runs = byWriting.get(key) ?? [];
    byWriting.set(key, runs);
    runs.push(isVertical ? verticalRun(text, stacked.has(text)) : horizontalRun(text));
  }
  const sizeOf = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + run.text.length, 0);
  return [...byWriting.values()].sort((a, b) => sizeOf(b) - sizeOf(a));
}

/**
 * Where the writing goes, in degrees clockwise from left to right: 90 for vertical writing, and for the Latin words
 * that lie on their side in it.
 */
function writingAngle({ directionX, directionY }: PlacedText, isVertical: boolean): number {
  const angle = Math.round((Math.atan2(directionY, directionX) * 180) / Math.PI / 5) * 5;
  return (angle + (isVertical ? 90 : 0) + 360) % 360;
}

/** Chinese type reaches about 0.85 of its size above the baseline and 0.15 below. */
const ascent = 0.85;

/** Along the direction of the line; the next line is a quarter turn clockwise from it. */
function horizontalRun({ text, x, y, directionX, directionY, size, length }: PlacedText): Run {
  const start = x * directionX + y * directionY;
  const baseline = y * directionX - x * directionY;
  const top = baseline - ascent * size;
  return { text, start, end: start + length, top, bottom: top + size, size };
}

/** Downwards from the head of a column; the next column stands to the left. */
function verticalRun(
  { text, x, y, directionX, directionY, size, length }: PlacedText,
  isStacked: boolean,
): Run {
  const middle = isStacked ? length / 2 : 0;
  const down = y * directionX - x * directionY;
  const start = isStacked ? down - ascent * size : down;
  const across = -(x * directionX + y * directionY + middle);
  const extent = isStacked ? size : length;
  return { text, start, end: start + extent, top: across - size / 2, bottom: across + size / 2, size };
}

const leastStacked = 8;

/**
 * Vertical writing without a vertical font: single Chinese characters, each set straight below the one before. Pages
 * on which most characters stand so are vertical.
 */
function findStacked(texts: readonly PlacedText[]): ReadonlySet<PlacedText> {
  const single = texts.filter(
    (text) => !text.isVertical && [...text.text].length === 1 && text.text.trim() !== "",
  );
  const stacked = new Set<PlacedText>();
  single.forEach((text, index) => {
    const previous = single[index - 1];
    if (!previous) return;
    const isBelow = text.y - previous.y > 0.5 * text.size && text.y - previous.y < 2.5 * text.size;
    if (isBelow && Math.abs(text.x - previous.x) < 0.3 * text.size) stacked.add(text).add(previous);
  });
  const isMost =
    stacked.size >= leastStacked && stacked.size > 0.6 * texts.filter(({ text }) => text.trim()).length;
  return isMost ? stacked : new Set();
}
