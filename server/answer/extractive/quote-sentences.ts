import type { Quotation } from "../cite.ts";
import { isComparing } from "../rank/several-documents.ts";
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
  return areSeveral || isComparing(question.text)
    ? compareDocuments(scored, { named, asksList })
    : selectQuotations(scored, asksList);
}
