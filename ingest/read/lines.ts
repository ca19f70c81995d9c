import type { Line } from "../document.ts";

/** Physical lines, ended by \n, \r\n or \r and by nothing else; a final line end opens no further line. */
export function splitLines(text: string): Line[] {
  const pieces = text.split(/\r\n|\n|\r/);
  if (pieces.at(-1) === "") pieces.pop();
  return pieces.map((piece, index) => ({ number: index + 1, text: piece, page: null }));
}
