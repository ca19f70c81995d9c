import { joinCells } from "../table-row.ts";
import type { Run } from "./runs.ts";

/** One physical line of a block, as a reader sees it. */
export interface Row {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly bottom: number;
  readonly size: number;
  /** What wide gaps part it into: the cells of a table, the two ends of a running header. */
  readonly parts: readonly RowPart[];
}

interface RowPart {
  readonly text: string;
  readonly start: number;
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
  return markTableRows(rows.sort((a, b) => a.bottom - b.bottom).map((row) => toRow(row.runs)));
}

function isOnRow(row: { readonly top: number; readonly bottom: number }, run: Run): boolean {
  const shared = Math.min(row.bottom, run.bottom) - Math.max(row.top, run.top);
  return shared > 0.5 * Math.min(row.bottom - row.top, run.size);
}

/** A gap this wide, in type sizes, parts a line. */
const partingGap = 1.5;

function toRow(runs: readonly Run[]): Row {
  const sorted = dropDoubles([...runs].sort((a, b) => a.start - b.start));
  const parts: { text: string; start: number }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of sorted) {
    const gap = run.start - end;
    const part = parts.at(-1);
    if (!part || gap > partingGap * run.size) parts.push({ text: run.text, start: run.start });
    else part.text += (needsBlank(part.text, run, gap) ? " " : "") + run.text;
    if (run.text.trim() !== "") end = Math.max(end, run.end);
  }
  const largest = sorted.reduce((a, b) => (b.size > a.size ? b : a));
  return {
    text: closeUp(parts.map((part) => part.text).join(" ")),
    start: sorted[0]?.start ?? 0,
    end,
    bottom: largest.bottom,
    size: largest.size,
    parts: parts.filter((part) => part.text.trim() !== ""),
  };
}

/** Parted lines beside each other whose parts begin at the same places are rows of a table. */
function markTableRows(rows: readonly Row[]): Row[] {
  return rows.map((row, index) => {
    const isRow = [rows[index - 1], rows[index + 1]].some((other) => other && isAligned(row, other));
    return isRow ? { ...row, text: joinCells(row.parts.map((part) => closeUp(part.text))) } : row;
  });
}

function isAligned(row: Row, other: Row): boolean {
  if (row.parts.length < 2 || other.parts.length < 2) return false;
  const isShared = (part: RowPart) =>
    other.parts.some((match) => Math.abs(match.start - part.start) < 0.5 * row.size);
  return row.parts.slice(1).filter(isShared).length * 2 >= row.parts.length - 1;
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
  if (/\s$/.test(before) || /^\s/.test(text)) return false;
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
