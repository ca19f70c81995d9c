import { type NumberFormat, showNumber } from "./xlsx-formats.ts";
import { walkXml } from "./xml.ts";

export interface Workbook {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly isFrom1904: boolean;
}

/** Readings of Chinese and Japanese words are kept beside the text; they are not part of it. */
const phonetic = new Set(["rPh", "phoneticPr"]);

export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  walkXml(
    xml,
    {
      open(name) {
        if (name === "si") text = "";
        if (name === "t") isText = true;
      },
      close(name) {
        if (name === "t") isText = false;
        if (name === "si") strings.push(text);
      },
      text(piece) {
        if (isText) text += piece;
      },
    },
    phonetic,
  );
  return strings;
}

/** Cells of each row as shown; one empty row stands for any number of rows without cells. */
export function readRows(xml: string, workbook: Workbook): string[][] {
  const rows: string[][] = [];
  let lastRow = 0;
  let cells: string[] = [];
  let column = 0;
  let cell = { type: "n", style: 0, value: "" };
  let isValue = false;
  walkXml(
    xml,
    {
      open(name, attributes) {
        if (name === "row") {
          const row = Number(attributes.r ?? lastRow + 1);
          if (row > lastRow + 1 && rows.length > 0) rows.push([]);
          lastRow = row;
          cells = [];
          column = 0;
        }
        if (name === "c") {
          column = columnOf(attributes.r) ?? column;
          cell = { type: attributes.t ?? "n", style: Number(attributes.s ?? 0), value: "" };
        }
        if (name === "v" || name === "t") isValue = true;
      },
      close(name) {
        if (name === "v" || name === "t") isValue = false;
        if (name === "c") {
          while (cells.length < column) cells.push("");
          cells[column++] = showCell(cell, workbook);
        }
        if (name === "row") rows.push(cells);
      },
      text(piece) {
        if (isValue) cell.value += piece;
      },
    },
    phonetic,
  );
  return rows;
}

/** Far-off single cells do not make a row of thousands of empty ones. */
const lastColumn = 1_000;

/** The column, from 0, of a reference such as `AB12`. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return Math.min(column - 1, lastColumn);
}

function showCell(
  { type, style, value }: { type: string; style: number; value: string },
  workbook: Workbook,
): string {
  if (value === "") return "";
  if (type === "s") return workbook.strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== "n") return value;
  return showNumber(Number(value), workbook.formats[style] ?? "plain", workbook.isFrom1904);
}
