import type { DocumentLines } from "../../../server/api/types.ts";
import { ProblemError } from "../api/problem.ts";
import { readDocumentLines } from "../api/read-documents.ts";
import { type LineRange, linesPerRequest, windowAfter, windowAround, windowBefore } from "./line-range.ts";

/** A document's lines as far as they have been loaded, without gaps. */
export type SourceText = DocumentLines;

/** The lines around the target; of a document that ends before it, the last lines. */
export async function openText(
  document: string,
  target: LineRange | null,
  signal: AbortSignal,
): Promise<SourceText> {
  try {
    return await readDocumentLines(document, windowAround(target), signal);
  } catch (error) {
    if (!isPastEnd(error)) throw error;
    const { lineCount } = await readDocumentLines(document, { from: 1, to: 1 }, signal);
    const end = { from: Math.max(1, lineCount - linesPerRequest + 1), to: Math.max(1, lineCount) };
    return readDocumentLines(document, end, signal);
  }
}

function isPastEnd(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === "line_range_unknown";
}

export async function addEarlierLines(text: SourceText): Promise<SourceText> {
  const earlier = await readDocumentLines(text.id, windowBefore(loadedLines(text)), null);
  return { ...text, lines: [...earlier.lines, ...text.lines] };
}

export async function addLaterLines(text: SourceText): Promise<SourceText> {
  const later = await readDocumentLines(text.id, windowAfter(loadedLines(text)), null);
  return { ...text, lines: [...text.lines, ...later.lines] };
}

export function loadedLines({ lines }: SourceText): LineRange {
  return { from: lines[0]?.number ?? 1, to: lines.at(-1)?.number ?? 0 };
}
