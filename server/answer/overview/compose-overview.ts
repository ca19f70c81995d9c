import type { Sentence } from "../../../ingest/document.ts";
import type { AskEvent } from "../../api/types.ts";
import { composeQuotations } from "../extractive/compose-quotations.ts";
import type { Composition, Reading, TitledPassage } from "../reading.ts";

/** Lines a reader reads at a glance, shared out among the documents. */
const mostLines = 12;

/** A document in its own words: the sentences it opens with. */
export function* composeOverview(
  { base, question }: Reading,
  openings: readonly TitledPassage[],
): Generator<AskEvent, Composition> {
  const quotations = openings.map((passage) => ({
    passage,
    sentences: takeFirst(passage, mostLines / openings.length),
  }));
  const composition = yield* composeQuotations(base, question, quotations);
  return { status: "answered", ...composition, mode: "extractive", model: null };
}

/** The first sentences, at least one, headings aside. */
function takeFirst({ sentences }: TitledPassage, most: number): readonly Sentence[] {
  const told = sentences.filter(({ kind }) => kind !== "heading");
  const first = told[0]?.startLine ?? 0;
  return told.filter(({ endLine }, index) => index === 0 || endLine - first < most);
}
