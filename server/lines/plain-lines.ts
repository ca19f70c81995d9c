import type { Line } from "../../ingest/document.ts";
import { fold } from "../../ingest/language/fold.ts";

/** Lines as one folded text without blanks; `starts` holds where in it each line begins. */
export interface PlainLines {
  readonly lines: readonly Line[];
  readonly text: string;
  readonly starts: readonly number[];
}

export function toPlainLines(lines: readonly Line[]): PlainLines {
  const texts = lines.map(({ text }) => plain(text));
  let length = 0;
  const starts = texts.map((text) => {
    length += text.length;
    return length - text.length;
  });
  return { lines, text: texts.join(""), starts };
}

/** The index of the last line that starts at or before the offset: an empty line starts where the next one does. */
export function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function plain(text: string): string {
  return fold(text).replace(/\s+/gu, "");
}
