import type { FeedbackItem } from "../../../server/api/conversations.ts";

/** Lines that may answer the question; `quote` finds them again after an edit. */
export interface CaseLines {
  readonly document: string;
  readonly title: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly quote?: string;
  /** What a keeper sees of them. */
  readonly text: string;
}

/** The lines an answer cites, or where there was none, those closest to the question. */
export function offerLines({ answer }: FeedbackItem): readonly CaseLines[] {
  const cited = answer.citations.map(({ document, title, startLine, endLine, quote }) => ({
    document,
    title,
    startLine,
    endLine,
    quote,
    text: quote,
  }));
  const closest = answer.closest.map(({ document, title, startLine, endLine, text }) => ({
    document,
    title,
    startLine,
    endLine,
    text,
  }));
  return [...cited, ...closest];
}

/** What a reader liked was answered by the lines it cites; of anything else only the keeper knows what answers it. */
export function isAnsweredBy({ feedback }: FeedbackItem): boolean {
  return feedback?.rating === "up";
}

/** One line of a dataset file, as evals/datasets/case.ts reads it; without lines, the question is to be refused. */
export function buildCase({ answer, history }: FeedbackItem, gold: readonly CaseLines[]): string {
  return JSON.stringify({
    id: `reader-${answer.id.slice(0, 8)}`,
    lang: answer.language,
    question: answer.question,
    type: gold.length === 0 ? "unanswerable" : "fact",
    gold: gold.map(({ document: doc, startLine: start, endLine: end, quote }) => ({
      doc,
      start,
      end,
      quote,
    })),
    ...(history.length === 0 ? {} : { history }),
  });
}
