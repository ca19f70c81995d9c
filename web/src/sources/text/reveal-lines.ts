import type { LineRange } from "../line-range.ts";

/** Brings lines to the middle of their scroller; a stretch taller than the scroller starts near its top. */
export function revealLines(scroller: HTMLElement, { from, to }: LineRange): void {
  const place = measureLines(scroller, { from, to });
  if (place === null) return;
  const room = scroller.clientHeight - (place.bottom - place.top);
  const above = Math.max(room / 2, leastRoomInPixels);
  scroller.scrollTop += place.top - above;
}

export function areLinesInView(
  scroller: HTMLElement,
  lines: LineRange,
  height = scroller.clientHeight,
): boolean {
  const place = measureLines(scroller, lines);
  return place !== null && place.top >= 0 && place.bottom <= height;
}

const leastRoomInPixels = 32;

export function findLine(scroller: HTMLElement, line: number): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`[data-line="${line}"]`);
}

/** Where the lines stand, counted from the top edge of what the scroller shows. */
function measureLines(
  scroller: HTMLElement,
  { from, to }: LineRange,
): { top: number; bottom: number } | null {
  const first = findLine(scroller, from);
  if (first === null) return null;
  const last = findLine(scroller, to) ?? first;
  const edge = scroller.getBoundingClientRect().top + scroller.clientTop;
  return {
    top: first.getBoundingClientRect().top - edge,
    bottom: last.getBoundingClientRect().bottom - edge,
  };
}
