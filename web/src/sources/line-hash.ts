import type { LineRange } from "./line-range.ts";

/** `#L12-L14` or `#L12` to lines; null where the hash names none. Ends in the wrong order are turned round. */
export function readLineHash(hash: string): LineRange | null {
  const match = /^#?L(\d{1,9})(?:-L?(\d{1,9}))?$/.exec(hash);
  if (match === null) return null;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  const from = Math.min(first, last);
  return from >= 1 ? { from, to: Math.max(first, last) } : null;
}

export function buildLineHash({ from, to }: LineRange): string {
  return from === to ? `#L${from}` : `#L${from}-L${to}`;
}
