import type { CheckedAnswer } from "../run.ts";

/** A stretch of an answer that says something, with the citations that stand for it. */
export interface AnswerClaim {
  readonly text: string;
  readonly markers: readonly number[];
}

/**
 * The claims of an answer, line by line: what stands between one run of markers and the next is one claim, cited by
 * the markers that follow it. Left out as saying nothing of the documents: bold lines that are a document's title,
 * and a line that ends with a colon and has no marker. The text after a line's last marker is a claim without one.
 */
export function splitClaims(text: string): readonly AnswerClaim[] {
  return text.split("\n").flatMap((line) => (isTitle(line) || isLeadIn(line) ? [] : splitLine(line)));
}

/** Texts of the lines that a claim's markers point at; none for a marker that points nowhere. */
export function citedTexts(
  { markers }: AnswerClaim,
  { answer, citations }: CheckedAnswer,
): readonly string[] {
  return markers.flatMap((marker) => {
    const index = answer.citations.findIndex((citation) => citation.marker === marker);
    return citations[index]?.lines.map(({ text }) => text) ?? [];
  });
}

function isTitle(line: string): boolean {
  return /^\s*\*\*[^*]+\*\*\s*$/.test(line);
}

/** A line that announces what follows and has no marker. */
export function isLeadIn(line: string): boolean {
  return /[:：]\s*$/.test(line) && !/\[\d+\]/.test(line);
}

function splitLine(line: string): readonly AnswerClaim[] {
  const pieces = line.match(/(?:(?!\[\d+\]).)+(?:\s*\[\d+\])*|(?:\s*\[\d+\])+/gu) ?? [];
  return pieces
    .map((piece) => ({
      text: piece
        .replace(/\[\d+\]/g, "")
        .replace(/^\s*[-–—*•·]\s+/, "")
        .trim(),
      markers: [...piece.matchAll(/\[(\d+)\]/g)].map(([, digits]) => Number(digits)),
    }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}
