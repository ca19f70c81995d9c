import type { AskEvent } from "../../api/types.ts";
import type { Quotation } from "../cite.ts";
import { createCoverage, weighGroups } from "../match.ts";
import { isComparing } from "../rank/several-documents.ts";
import type { Composition, Reading } from "../reading.ts";
import { wordings } from "../wording.ts";
import { readAskedKinds } from "./asked-kinds.ts";
import { composeQuotations } from "./compose-quotations.ts";
import { findNamedDocuments } from "./named-documents.ts";
import { selectQuotations } from "./select-quotations.ts";
import { readSentences } from "./sentence-features.ts";
import { scoreSentence } from "./sentence-weights.ts";

/** The answer without a model: the sentences that answer, word for word, or that none does. */
export async function* composeExtract(reading: Reading): AsyncGenerator<AskEvent, Composition> {
  const { base, question } = reading;
  const how = { mode: "extractive", model: null } as const;
  const sentences = await readSentences(reading);
  const scored = sentences.map((read) => ({ ...read, score: scoreSentence(read.features) }));
  const { documents: named } = findNamedDocuments(question.searchText, base, reading.dictionary);
  const quotations = selectQuotations(scored, {
    isComparing: isComparing(question.text) || organisationsOf(named, base) > 1,
    named,
    asksList: readAskedKinds(question.text).some(({ name }) => name === "list"),
  });
  if (quotations.length === 0 || !isCovered(reading) || lacksYear(reading, quotations)) {
    const text = wordings[question.language].notFound;
    yield { event: "delta", data: { text } };
    return { status: "not_found", text, citations: [], sentences: [], ...how };
  }
  return { status: "answered", ...(yield* composeQuotations(base, question, quotations)), ...how };
}

/** Below this share of the question found in the best passage, the documents do not speak of it. */
const leastCoverage = 0.2;

function isCovered({ base, question, passages }: Reading): boolean {
  const coverage = createCoverage(weighGroups(question.searchGroups, base));
  return passages.some(
    ({ title, headings, text }) => coverage([title, ...headings, text].join("\n")) >= leastCoverage,
  );
}

/** Whether the question asks for a document of a year that is not held, and no quotation speaks of that year either. */
function lacksYear({ base, dictionary, question }: Reading, quotations: readonly Quotation[]): boolean {
  const { missingYears } = findNamedDocuments(question.text, base, dictionary);
  const quoted = quotations.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join("\n");
  return missingYears.length > 0 && !missingYears.some((year) => quoted.includes(String(year)));
}

function organisationsOf(documents: ReadonlySet<string>, base: Reading["base"]): number {
  return new Set([...documents].map((id) => base.document(id)?.organisation ?? id)).size;
}
