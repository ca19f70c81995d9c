import type { Quotation } from "../cite.ts";
import { findDocumentEvidence } from "../rank/document-evidence.ts";
import { findNamedByTitle, isComparing } from "../rank/several-documents.ts";
import type { Reading } from "../reading.ts";
import { readAskedKinds } from "./asked-kinds.ts";
import { compareDocuments } from "./compare-documents.ts";
import { findNamedDocuments } from "./named-documents.ts";
import { selectQuotations } from "./select-quotations.ts";
import { readSentences } from "./sentence-features.ts";
import { scoreSentence } from "./sentence-weights.ts";

/** The sentences of the passages that are most likely to answer, whether or not they do. */
export async function quoteSentences(reading: Reading): Promise<Quotation[]> {
  const { base, dictionary, question } = reading;
  const sentences = await readSentences(reading);
  const scored = sentences.map((read) => ({ ...read, score: scoreSentence(read.features) }));
  const { documents: named, areSeveral } = findNamedDocuments(question.searchText, base, dictionary);
  const asksList = readAskedKinds(question.text).some(({ name }) => name === "list");
  if (!areSeveral && !isComparing(question.text)) return selectQuotations(scored, asksList);
  // What the one document it names by its organisation is compared with is known from titles alone.
  const byTitle = named.size === 1 ? findNamedByTitle(findDocumentEvidence(question.searchGroups, base)) : [];
  return compareDocuments(scored, { named: new Set([...named, ...byTitle]), asksList });
}
