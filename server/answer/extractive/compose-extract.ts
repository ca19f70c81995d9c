import type { AskEvent } from "../../api/types.ts";
import type { Composition, Reading } from "../reading.ts";
import { wordings } from "../wording.ts";
import { composeQuotations } from "./compose-quotations.ts";
import { selectQuotations } from "./select-quotations.ts";
import { readSentences } from "./sentence-features.ts";
import { scoreSentence } from "./sentence-weights.ts";

/** The answer without a model: the sentences that answer, word for word, or that none does. */
export async function* composeExtract(reading: Reading): AsyncGenerator<AskEvent, Composition> {
  const { base, question } = reading;
  const how = { mode: "extractive", model: null } as const;
  const sentences = await readSentences(reading);
  const scored = sentences.map((read) => ({ ...read, score: scoreSentence(read.features) }));
  const quotations = selectQuotations(scored);
  if (quotations.length === 0) {
    const text = wordings[question.language].notFound;
    yield { event: "delta", data: { text } };
    return { status: "not_found", text, citations: [], sentences: [], ...how };
  }
  return { status: "answered", ...(yield* composeQuotations(base, question, quotations)), ...how };
}
