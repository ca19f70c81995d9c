import type { KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import type { AnswerSentence, AskEvent, Citation } from "../../api/types.ts";
import { citeQuotation, type Quotation } from "../cite.ts";
import type { Question } from "../question.ts";
import { quotedItems, withoutMarks } from "../quoted-items.ts";
import type { Composition } from "../reading.ts";
import { runningText } from "../running-text.ts";
import { verifyQuotation } from "../verify/verify-quotation.ts";
import { wordings } from "../wording.ts";

/** The extractive answer, piece by piece: one line in the reader's language, then quotations grouped by document. */
export function* composeQuotations(
  base: KnowledgeBase,
  question: Question,
  quotations: readonly Quotation[],
): Generator<AskEvent, Pick<Composition, "text" | "citations" | "sentences">> {
  const citations: Citation[] = [];
  const sentences: AnswerSentence[] = [];
  let text = "";
  let document = "";
  const write = (piece: string): AskEvent => {
    text += piece;
    return { event: "delta", data: { text: piece } };
  };
  yield write(wordings[question.language].quotes);
  for (const quotation of quotations) {
    const citation = citeQuotation(base, quotation, citations.length + 1);
    if (citation.document !== document) yield write(`\n\n**${citation.title}**`);
    document = citation.document;
    const parts = quotation.sentences.map((sentence) => sentence.text);
    const items = quotedItems(parts).map(withoutMarks);
    const quoted = runningText(items);
    yield write(items.map((item) => `\n- ${item} [${citation.marker}]`).join(""));
    const verdict = verifyQuotation(base, parts, citation);
    citations.push(citation);
    yield { event: "citation", data: citation };
    sentences.push({ text: quoted, citations: [citation.marker], verdict });
    yield {
      event: "verdict",
      data: { sentence: sentences.length - 1, text: quoted, citations: [citation.marker], verdict },
    };
  }
  return { text, citations, sentences };
}
