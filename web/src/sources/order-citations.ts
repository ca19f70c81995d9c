import type { Answer, Citation } from "../../../server/api/types.ts";
import { numberMarkers } from "../answer/markers.ts";

/** An answer's citations in the order in which its text first shows them; those it does not show are left out. */
export function orderCitations({ text, citations }: Pick<Answer, "text" | "citations">): readonly Citation[] {
  const numbers = numberMarkers(text, new Set(citations.map(({ marker }) => marker)));
  const numberOf = ({ marker }: Citation) => numbers.get(marker) ?? Number.POSITIVE_INFINITY;
  return citations
    .filter(({ marker }) => numbers.has(marker))
    .toSorted((one, other) => numberOf(one) - numberOf(other));
}
