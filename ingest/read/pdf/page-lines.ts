import { splitColumns } from "./columns.ts";
import { medianOf } from "./median.ts";
import { isPageNumber } from "./page-edges.ts";
import type { PlacedText } from "./pdf-document.ts";
import { joinRows, type Row } from "./rows.ts";
import { orientRuns } from "./runs.ts";
import { cutAtGaps, markTableRows } from "./table-rows.ts";

/** A line of a page and how many blank lines stand before and after it. */
export interface PageLine {
  readonly text: string;
  readonly blanksBefore: number;
  readonly blanksAfter: number;
  /** Of the type, in points. */
  readonly size: number;
}

/** The lines of one page in reading order. */
export function findPageLines(texts: readonly PlacedText[]): PageLine[] {
  return orientRuns(texts).flatMap((runs) => {
    const blocks = splitColumns(runs).map((block) => markTableRows(joinRows(withBlanks(block, runs))));
    return measureBlanks(blocks);
  });
}

type Runs = ReturnType<typeof orientRuns>[number];

/** Columns are found among visible runs; blanks between them belong to the block they stand in. */
function withBlanks(block: readonly Runs[number][], all: Runs): Runs {
  const from = Math.min(...block.map((run) => run.start));
  const to = Math.max(...block.map((run) => run.end));
  const blanks = all.filter((run) => run.text.trim() === "" && run.start >= from && run.end <= to);
  return [...block, ...blanks];
}

/** A gap this much wider than the usual distance of lines can be seen. */
const visibleGap = 1.35;
const mostBlanks = 3;

function measureBlanks(blocks: readonly (readonly Row[])[]): PageLine[] {
  const pitch = usualPitch(blocks);
  const bodySize = medianOf(blocks.flat().map((row) => row.size));
  const rows = blocks.flat();
  const widest = Math.max(...rows.map((row) => row.end - row.start));
  const gapBefore = (index: number) => {
    const row = rows[index];
    const previous = rows[index - 1];
    if (!row || !previous || row.bottom <= previous.bottom) return 1;
    const scale = Math.max(1, Math.min(row.size, previous.size) / bodySize);
    return (row.bottom - previous.bottom) / (pitch * scale);
  };
  const isApart = (index: number, gap: number) => {
    const row = rows[index];
    if (row === undefined || rows.length < 6) return false;
    if (isPageNumber(row.text)) return true;
    return gap >= visibleGap && (cutAtGaps(row).length > 1 || row.end - row.start < 0.5 * widest);
  };
  const isHeader = isApart(0, gapBefore(1));
  const isFooter = isApart(rows.length - 1, gapBefore(rows.length - 1));
  return rows.map(({ text, size }, index) => {
    const isLast = index === rows.length - 1;
    const gap = gapBefore(index);
    const blanks = gap < visibleGap ? 0 : Math.min(mostBlanks, Math.max(1, Math.round(gap) - 1));
    const standsAlone = (isHeader && index === 0) || (isFooter && isLast);
    return {
      text,
      blanksBefore: standsAlone ? Math.max(2, blanks) : blanks,
      blanksAfter: standsAlone ? 1 : 0,
      size,
    };
  });
}

/** The distance between lines that most lines of the page have; between that of type set solid and double spacing. */
function usualPitch(blocks: readonly (readonly Row[])[]): number {
  const rows = blocks.flat();
  const size = medianOf(rows.map((row) => row.size));
  const distances = rows
    .slice(1)
    .map((row, index) => row.bottom - (rows[index]?.bottom ?? row.bottom))
    .filter((distance) => distance > 0.5 * size)
    .sort((a, b) => a - b);
  const usual = distances[Math.floor(distances.length * 0.4)] ?? 0;
  return Math.min(2.4 * size, Math.max(1.1 * size, usual));
}
