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

/** With Shift, the lines from the first of those chosen before; otherwise the one line. */
export function chooseLines(line: number, before: LineRange | null): LineRange {
  const anchor = before?.from ?? line;
  return { from: Math.min(line, anchor), to: Math.max(line, anchor) };
}
