import { z } from "@hono/zod-openapi";
import type { DocumentSummary, KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import type { DocumentLines } from "../api/documents.ts";
import { parseInput } from "../http/parse-input.ts";
import { type ProblemCode, ProblemError } from "../http/problem.ts";

/** Some eight screens of text; a viewer asks for more as it scrolls. */
const maxLines = 400;

/** The lines a reader asked for, at most 400 of them; the base clips them to the document. */
export function documentLines(
  base: KnowledgeBase,
  { id, title, language, lineCount }: DocumentSummary,
  query: Readonly<Record<string, readonly string[]>>,
): DocumentLines {
  const { from, to } = parseInput(rangeSchema, query);
  if (from > Math.max(lineCount, 1)) {
    throw new ProblemError("line_range_unknown", `The document has ${lineCount} lines.`);
  }
  const last = from + maxLines - 1;
  return { id, title, language, lineCount, lines: base.lines(id, from, Math.min(to ?? last, last)) };
}

const invalid: ProblemCode = "line_range_invalid";
const lineNumber = z
  .tuple([z.string().regex(/^[1-9]\d{0,14}$/, invalid)], invalid)
  .transform(([digits]) => Number(digits));

const rangeSchema = z
  .strictObject({ from: lineNumber.default(1), to: lineNumber.optional() })
  .refine(({ from, to }) => to === undefined || from <= to, invalid);
