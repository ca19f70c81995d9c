import { joinPieces, type Piece, type Row } from "./rows.ts";

/**
 * Marks the rows of tables. Lines near each other that wide gaps part at the same places are a table; between its first
 * and its last line, a line whose parts each fit into a column of it is one more, as where a cell runs over lines.
 */
export function markTableRows(rows: readonly Row[]): Row[] {
  const marked = [...rows];
  for (const { first, last, starts } of findTables(rows))
    for (let index = first; index <= last; index++) {
      const row = rows[index];
      const cells = row && (cutAtColumns(row, starts) ?? cutAtWideGaps(row));
      if (row && cells) marked[index] = { ...row, text: `| ${cells.map(joinPieces).join(" | ")} |` };
    }
  return marked;
}

interface Table {
  readonly first: number;
  readonly last: number;
  /** Where the columns begin, from the left. */
  readonly starts: readonly number[];
}

/** Lines of one table stand no further apart than this; a cell seldom runs over more lines. */
const reach = 3;

function findTables(rows: readonly Row[]): Table[] {
  const parts = rows.map((row) => cutAtGaps(row));
  const tables: { first: number; last: number; starts: number[] }[] = [];
  parts.forEach((own, index) => {
    const row = rows[index];
    const before = parts
      .slice(Math.max(0, index - reach), index)
      .findLast((other) => isAligned(own, other, row));
    if (!row || !before) return;
    const first = parts.lastIndexOf(before, index - 1);
    const table = tables.at(-1);
    const starts = [...before, ...own].map(startOf);
    if (table && table.last >= first) {
      table.last = index;
      table.starts.push(...starts);
    } else tables.push({ first, last: index, starts });
  });
  return tables.map((table) => ({ ...table, starts: mergeNear(table.starts, rows[table.first]?.size ?? 1) }));
}

function isAligned(own: readonly Piece[][], other: readonly Piece[][], row: Row | undefined): boolean {
  if (!row || own.length < 2 || other.length < 2) return false;
  const shared = own
    .slice(1)
    .filter((part) => other.slice(1).some((match) => isNear(startOf(match), startOf(part), row.size)));
  return shared.length * 2 >= own.length - 1;
}

/** A gap this wide, in type sizes, parts a line. */
const partingGap = 1.5;

/** The parts of a line; the number or bullet of a list item, however far off, belongs to its text. */
export function cutAtGaps({ pieces, size }: Row): Piece[][] {
  const parts: Piece[][] = [];
  for (const piece of pieces) {
    const part = parts.at(-1);
    const previous = part?.at(-1);
    const isOpening = parts.length === 1 && part !== undefined && listMarker.test(joinPieces(part).trim());
    if (part && previous && (piece.start - previous.end <= partingGap * size || isOpening)) part.push(piece);
    else parts.push([piece]);
  }
  return parts;
}

const listMarker =
  /^(?:[•·●■◆◇○▪‣➢✓□*–—-]|[①-⑳]|[（(]?(?:\d{1,3}(?:\.\d{1,2})*|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[)）.、．])$/;

/** The line cut where columns begin, or null where a part does not fit into its column. */
function cutAtColumns({ pieces, size }: Row, starts: readonly number[]): Piece[][] | null {
  const cells: Piece[][] = [];
  for (const piece of pieces) {
    const previous = cells.at(-1)?.at(-1);
    const opens = starts.some((start) => isNear(start, piece.start, size));
    const gap = previous ? piece.start - previous.end : Number.POSITIVE_INFINITY;
    if ((opens && gap > 0.2 * size) || gap > partingGap * size) cells.push([piece]);
    else cells.at(-1)?.push(piece);
  }
  const fits = cells.every((cell) => {
    const from = startOf(cell);
    const next = starts.find((start) => start > from + size);
    const isPlaced = starts.some((start) => isNear(start, from, size));
    return (
      isPlaced &&
      (next === undefined
        ? cells.length > 1 || from > (starts[0] ?? 0) + size
        : (cell.at(-1)?.end ?? 0) <= next + 0.3 * size)
    );
  });
  return fits ? cells : null;
}

function cutAtWideGaps(row: Row): Piece[][] | null {
  const parts = cutAtGaps(row);
  return parts.length > 1 ? parts : null;
}

function startOf(part: readonly Piece[]): number {
  return part[0]?.start ?? 0;
}

function isNear(a: number, b: number, size: number): boolean {
  return Math.abs(a - b) < 0.5 * size;
}

function mergeNear(values: readonly number[], size: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, index) => index === 0 || !isNear(value, sorted[index - 1] ?? value, size));
}
