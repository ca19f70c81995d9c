import { findDelimiter, splitCsv } from "./csv-rows.ts";
import type { ReadResult, ReadWarning } from "./read-result.ts";
import { decodeSource } from "./read-text.ts";
import { joinCells } from "./table-row.ts";

/** Reads a table of text: each row is a line, its number the row's number, empty rows counted. */
export function readCsv(bytes: Uint8Array, format: "csv" | "tsv"): ReadResult {
  const decoded = decodeSource(bytes);
  if (decoded.status === "refused") return decoded;
  const delimiter = format === "tsv" ? "\t" : findDelimiter(decoded.text);
  const { rows, badRows } = splitCsv(decoded.text, delimiter);
  const lines = rows.map((row, index) => ({ number: index + 1, text: joinCells(row), page: null }));
  return { status: "read", lines, warnings: [...decoded.warnings, ...badRows.map(toWarning)] };
}

function toWarning(row: number): ReadWarning {
  const message = `row ${row} opens a quotation mark that is not closed; it is read up to its line's end`;
  return { code: `bad_row:${row}`, message, line: row };
}
