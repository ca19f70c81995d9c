import type { AskEvent } from "../api/types.ts";
import { composeQuotations } from "./compose.ts";
import { weighGroups } from "./match.ts";
import type { Composition, Reading } from "./reading.ts";
import { selectSentences } from "./select.ts";
import { wordings } from "./wording.ts";

/** Below this share of the question found in the best passage, the documents do not answer it. */
const leastCoverage = 0.1;

/** The answer without a model: the sentences that answer, word for word, or that none does. */
export function* composeExtract({ base, question, passages }: Reading): Generator<AskEvent, Composition> {
  const how = { mode: "extractive", model: null } as const;
  const selection = selectSentences(weighGroups(question.searchGroups, base), passages);
  if (selection.coverage < leastCoverage || selection.quotations.length === 0) {
    const text = wordings[question.language].notFound;
    yield { event: "delta", data: { text } };
    return { status: "not_found", text, citations: [], sentences: [], ...how };
  }
  return {
    status: "answered",
    ...(yield* composeQuotations(base, question, selection.quotations)),
    ...how,
  };
}
