/** Lines `from` to `to` of a document, 1-based and inclusive. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export function isWithin(line: number, range: LineRange | null): boolean {
  return range !== null && line >= range.from && line <= range.to;
}

export function isSameRange(one: LineRange | null, other: LineRange | null): boolean {
  return one?.from === other?.from && one?.to === other?.to;
}

/** The lines from an anchor, the line chosen first, to another one on either side. */
export function chooseLines(line: number, anchor: number): LineRange {
  return { from: Math.min(line, anchor), to: Math.max(line, anchor) };
}
