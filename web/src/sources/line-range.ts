/** Lines `from` to `to` of a document, 1-based and inclusive. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** The most lines the server gives in one answer. */
export const linesPerRequest = 400;

/** A window of one request with the target in its middle; of a longer target, its beginning. */
export function windowAround(target: LineRange | null): LineRange {
  if (target === null) return { from: 1, to: linesPerRequest };
  const last = Math.min(target.to, target.from + linesPerRequest - 1);
  const middle = Math.floor((target.from + last) / 2);
  const from = Math.max(1, middle - linesPerRequest / 2);
  return { from, to: from + linesPerRequest - 1 };
}

export function windowBefore(loaded: LineRange): LineRange {
  return { from: Math.max(1, loaded.from - linesPerRequest), to: loaded.from - 1 };
}

export function windowAfter(loaded: LineRange): LineRange {
  return { from: loaded.to + 1, to: loaded.to + linesPerRequest };
}

export function isWithin(inner: LineRange, outer: LineRange): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}
