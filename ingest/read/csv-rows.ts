export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** Rows (1-based) with a quotation mark that is opened and not closed; they are read up to their line's end. */
  readonly badRows: readonly number[];
}

/** Splits comma-separated values after RFC 4180, in one pass; line ends and delimiters inside quotes are text. */
export function splitCsv(text: string, delimiter: string): CsvRows {
  const rows: string[][] = [];
  const badRows: number[] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end, isBroken } = readCell(text, at, delimiter);
    row.push(cell);
    if (isBroken) badRows.push(rows.length + 1);
    at = end + 1;
    if (text[end] === delimiter) {
      if (at === text.length) row.push("");
      else continue;
    }
    if (text[end] === "\r" && text[at] === "\n") at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return { rows, badRows: [...new Set(badRows)] };
}

/** A quoted cell longer than this has most likely lost its closing mark. */
const longestQuoted = 32_768;

/** The cell that opens at `from`, and where the delimiter or line end after it stands. */
function readCell(text: string, from: number, delimiter: string) {
  const plain = plainEnd(text, from, delimiter);
  const ordinary = { cell: text.slice(from, plain), end: plain, isBroken: false };
  if (text[from] !== '"') return ordinary;
  for (let at = from + 1; at < text.length && at - from < longestQuoted; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    const end = plainEnd(text, at + 1, delimiter);
    const cell = text.slice(from + 1, at).replaceAll('""', '"') + text.slice(at + 1, end);
    return { cell, end, isBroken: false };
  }
  return { ...ordinary, isBroken: true };
}

function plainEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}

/** The delimiter that the first lines hold most evenly: the same number, and at least one, in the most lines. */
export function findDelimiter(text: string): string {
  const sample = text
    .slice(0, 16_384)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const scores = [",", ";", "\t", "|"].map((delimiter) => {
    const counts = sample.map((line) => line.replace(/"[^"]*"/g, "").split(delimiter).length - 1);
    const usual = counts[0] ?? 0;
    return { delimiter, score: usual === 0 ? 0 : counts.filter((count) => count === usual).length };
  });
  return scores.reduce((a, b) => (b.score > a.score ? b : a)).delimiter;
}
