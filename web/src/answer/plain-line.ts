/** A line of a document for a preview: without the marks of headings, lists and tables; empty where it is nothing else. */
export function plainLine(line: string): string {
  const words = line.replace(/^\s*(?:#{1,6}|[-*•])\s+/, "").trim();
  return isTableRow.test(words) ? readRow(words) : words;
}

/** Outer bars alone tell a row of a table from a sentence with a bar in it. */
const isTableRow = /^\|.*\|$/;

function readRow(row: string): string {
  const cells = row
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  return cells.every((cell) => /^:?-+:?$/.test(cell)) ? "" : cells.join(" · ");
}
