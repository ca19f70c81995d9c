import { fold } from "../../ingest/language/fold.ts";
import { type Measure, shareOf } from "./measure.ts";

interface ShownAnswer {
  readonly text: string;
  readonly citations: readonly { readonly quote: string }[];
}

/**
 * Share of a case's key facts that the reader is shown, in the answer's text or in a quote, after NFKC, folding of
 * script and case, and removal of whitespace (RGB's rule for answer slots: Chen et al. 2024, section 3). The text is
 * read without its markers, and a fact, any one wording of it, never spans two texts. Absent without key facts.
 */
export function keyFactsShown(
  facts: readonly (string | readonly string[])[],
  { text, citations }: ShownAnswer,
): Measure {
  const shown = [text.replace(/\[\d+\]/g, ""), ...citations.map(({ quote }) => quote)].map(normalise);
  return shareOf(facts, (fact) =>
    [fact].flat().some((wording) => shown.some((part) => part.includes(normalise(wording)))),
  );
}

function normalise(text: string): string {
  return fold(text.normalize("NFKC")).replace(/\s+/gu, "");
}
