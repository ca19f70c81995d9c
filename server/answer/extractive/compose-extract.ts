import type { AskEvent } from "../../api/types.ts";
import type { Composition, Reading } from "../reading.ts";
import { wordings } from "../wording.ts";
import { isAnswered, readEvidence } from "./answerability.ts";
import { composeQuotations } from "./compose-quotations.ts";
import { quoteSentences } from "./quote-sentences.ts";

/** The answer without a model: the sentences that answer, word for word, or that none does. */
export async function* composeExtract(reading: Reading): AsyncGenerator<AskEvent, Composition> {
  const { base, question } = reading;
  const how = { mode: "extractive", model: null } as const;
  const quoted = await quoteSentences(reading);
  if (quoted.quotations.length > 0 && isAnswered(await readEvidence(reading, quoted)))
    return { status: "answered", ...(yield* composeQuotations(base, question, quoted.quotations)), ...how };
  const text = wordings[question.language].notFound;
  yield { event: "delta", data: { text } };
  return { status: "not_found", text, citations: [], sentences: [], ...how };
}
