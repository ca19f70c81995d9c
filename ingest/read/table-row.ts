/**
 * One row of a table as a line, `| a | b |`: the bars tell the cells apart for a reader, and mark the line as a row for
 * what structures it. A row with nothing beyond its first cell is a plain line.
 */
export function joinCells(cells: readonly string[]): string {
  const texts = cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  while (texts.length > 0 && texts.at(-1) === "") texts.pop();
  return texts.length < 2 ? (texts[0] ?? "") : `| ${texts.join(" | ")} |`;
}
