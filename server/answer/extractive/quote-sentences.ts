import type { KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import type { Quotation } from "../cite.ts";
import { isComparing } from "../rank/several-documents.ts";
import type { Reading } from "../reading.ts";
import { readAskedKinds } from "./asked-kinds.ts";
import { findNamedDocuments } from "./named-documents.ts";
import { selectQuotations } from "./select-quotations.ts";
import { readSentences } from "./sentence-features.ts";
import { scoreSentence } from "./sentence-weights.ts";

/** The sentences of the passages that are most likely to answer, whether or not they do. */
export async function quoteSentences(reading: Reading): Promise<Quotation[]> {
  const { base, dictionary, question } = reading;
  const sentences = await readSentences(reading);
  const scored = sentences.map((read) => ({ ...read, score: scoreSentence(read.features) }));
  const { documents: named } = findNamedDocuments(question.searchText, base, dictionary);
  return selectQuotations(scored, {
    isComparing: isComparing(question.text) || countOrganisations(named, base) > 1,
    named,
    asksList: readAskedKinds(question.text).some(({ name }) => name === "list"),
  });
}

function countOrganisations(documents: ReadonlySet<string>, base: KnowledgeBase): number {
  return new Set([...documents].map((id) => base.document(id)?.organisation ?? id)).size;
}
