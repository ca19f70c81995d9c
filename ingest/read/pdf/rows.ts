import type { Run } from "./runs.ts";

/** One physical line of a block, as a reader sees it. */
export interface Row {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly bottom: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/** What a line is set of, without blanks of its own. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether a blank stands before it. */
  readonly isSpaced: boolean;
}

/** Puts runs that stand beside each other into one line, raised and lowered characters included. */
export function joinRows(runs: readonly Run[]): Row[] {
  const visible = runs.filter((run) => run.text.trim() !== "");
  const rows: { runs: Run[]; top: number; bottom: number }[] = [];
  for (const run of visible.sort((a, b) => b.size - a.size || a.top - b.top)) {
    const row = rows.find((candidate) => isOnRow(candidate, run));
    if (row) row.runs.push(run);
    else rows.push({ runs: [run], top: run.top, bottom: run.bottom });
  }
  const blanks = runs.filter((run) => run.text.trim() === "" && run.text !== "");
  for (const blank of blanks) rows.find((row) => isOnRow(row, blank))?.runs.push(blank);
  return rows.sort((a, b) => a.bottom - b.bottom).map((row) => toRow(row.runs));
}

function isOnRow(row: { readonly top: number; readonly bottom: number }, run: Run): boolean {
  const shared = Math.min(row.bottom, run.bottom) - Math.max(row.top, run.top);
  return shared > 0.5 * Math.min(row.bottom - row.top, run.size);
}

function toRow(runs: readonly Run[]): Row {
  const sorted = dropDoubles([...runs].sort((a, b) => a.start - b.start));
  const pieces: Piece[] = [];
  let before = "";
  for (const run of sorted) {
    const gap = run.start - (pieces.at(-1)?.end ?? run.start);
    const isSpaced = /\s$/.test(before) || /^\s/.test(run.text) || needsBlank(before, run, gap);
    before = run.text;
    if (run.text.trim() !== "")
      pieces.push({ text: run.text.trim(), start: run.start, end: run.end, isSpaced });
  }
  const largest = sorted.reduce((a, b) => (b.size > a.size ? b : a));
  return {
    text: joinPieces(pieces),
    start: pieces[0]?.start ?? 0,
    end: Math.max(...pieces.map((piece) => piece.end)),
    bottom: largest.bottom,
    size: largest.size,
    pieces,
  };
}

export function joinPieces(pieces: readonly Piece[]): string {
  return closeUp(
    pieces.map(({ text, isSpaced }, index) => (isSpaced && index > 0 ? ` ${text}` : text)).join(""),
  );
}

/** Bold made by printing twice gives the same text twice at nearly the same place. */
function dropDoubles(runs: readonly Run[]): Run[] {
  return runs.filter((run, index) => {
    const previous = runs[index - 1];
    return (
      !previous ||
      previous.text !== run.text ||
      run.text.trim() === "" ||
      run.start - previous.start > 0.3 * run.size
    );
  });
}

/** Letters are parted by less than Chinese characters, which have air around them. */
function needsBlank(before: string, { text, size }: Run, gap: number): boolean {
  return gap > (isWide(before.at(-1)) && isWide(text[0]) ? 0.8 : 0.2) * size;
}

function isWide(character: string | undefined): boolean {
  return character !== undefined && character >= "\u2e80";
}

/** Chinese set with letter spacing comes with a blank after nearly every character. */
function closeUp(text: string): string {
  const clean = text.replace(/\s+/g, " ").trim();
  const parted = clean.match(/[\u3400-\u9fff] (?=[\u3400-\u9fff])/g)?.length ?? 0;
  const pairs = clean.match(/[\u3400-\u9fff] ?(?=[\u3400-\u9fff])/g)?.length ?? 0;
  return parted >= 4 && parted > 0.6 * pairs
    ? clean.replace(/(?<=[\u3000-\u9fff]) (?=[\u3000-\u9fff\uff00-\uffef])/g, "")
    : clean;
}
