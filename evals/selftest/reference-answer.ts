import type { Case } from "../datasets/case.ts";
import type { CheckedAnswer } from "../run.ts";

/** An answer together with the case it is for. */
export interface Answered {
  readonly case: Case;
  readonly asked: CheckedAnswer;
}

export type Line = CheckedAnswer["citations"][number]["lines"][number];

/** The lines of a document, from the first to the last, as far as they exist. */
export type LinesOf = (document: string, startLine: number, endLine: number) => readonly Line[];

/** A right answer: the quotes of the gold, each on a line of its own, cited with its lines; it names a contradiction. */
export function answerByQuotes(one: Case, linesOf: LinesOf): Answered {
  const citations = one.gold.map((range, index) => ({
    marker: index + 1,
    document: range.document,
    startLine: range.startLine,
    endLine: range.endLine,
    quote: "quote" in range ? range.quote : "",
    lines: linesOf(range.document, range.startLine, range.endLine),
  }));
  const text = citations.map(({ quote, marker }) => `${quote.replaceAll("\n", " ")} [${marker}]`).join("\n");
  const sides = citations.map(({ quote, marker }) => ({ value: quote, citations: [marker] }));
  const conflicts = one.kind === "conflict" ? [{ sides }] : [];
  return { case: one, asked: toAsked({ language: one.lang, text, citations, conflicts }) };
}

export function refuse(one: Case): Answered {
  const told = { language: one.lang, mode: "model", text: "", citations: [] };
  return { case: one, asked: { answer: { status: "not_found", ...told }, retrieved: [], citations: [] } };
}

interface Parts {
  readonly language: string;
  readonly text: string;
  readonly citations: readonly (CheckedAnswer["citations"][number] & { readonly marker: number })[];
  readonly conflicts?: CheckedAnswer["answer"]["conflicts"];
}

export function toAsked({ language, text, citations, conflicts = [] }: Parts): CheckedAnswer {
  const told = { language, mode: "model", text, citations: [...citations], conflicts };
  const retrieved = citations.map((range) => ({ ...range, score: 1 }));
  return { answer: { status: "answered", ...told }, retrieved, citations };
}
