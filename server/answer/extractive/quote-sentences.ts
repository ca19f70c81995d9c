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

/** The sentences most likely to answer, and how clearly they stand out. */
export interface Quoted {
  readonly quotations: readonly Quotation[];
  /** Those that have to hold what the question names: the one with the likeliest sentence, or all that are compared. */
  readonly telling: readonly Quotation[];
  /** Entropy of the choice in nats: 0 where one sentence stands out, ln n where n are equally likely. */
  readonly doubt: number;
}

/** The sentences of the passages that are most likely to answer, whether or not they do. */
export async function quoteSentences(reading: Reading): Promise<Quoted> {
  const { base, dictionary, question } = reading;
  const sentences = await readSentences(reading);
  const scored = sentences.map((read) => ({ ...read, score: scoreSentence(read.features) }));
  const doubt = measureDoubt(scored.map(({ score }) => score));
  const { documents: named, areSeveral } = findNamedDocuments(question.searchText, base, dictionary);
  const asksList = readAskedKinds(question.text).some(({ name }) => name === "list");
  if (areSeveral || isComparing(question.text)) {
    // What the one document it names by its organisation is compared with is known from titles alone.
    const byTitle =
      named.size === 1 ? findNamedByTitle(findDocumentEvidence(question.searchGroups, base)) : [];
    const quotations = compareDocuments(scored, { named: new Set([...named, ...byTitle]), asksList });
    return { quotations, telling: quotations, doubt };
  }
  const quotations = selectQuotations(scored, asksList);
  const [likeliest] = scored.toSorted((a, b) => b.score - a.score);
  const telling = quotations.filter(({ sentences: quoted }) =>
    quoted.some((sentence) => sentence === likeliest?.sentence),
  );
  return { quotations, telling, doubt };
}

function measureDoubt(scores: readonly number[]): number {
  const highest = Math.max(...scores);
  const likely = scores.map((score) => Math.exp(score - highest));
  const total = likely.reduce((sum, value) => sum + value, 0);
  return likely.reduce((sum, value) => sum - (value > 0 ? (value / total) * Math.log(value / total) : 0), 0);
}
