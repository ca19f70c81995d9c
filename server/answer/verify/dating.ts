import { agree, isYear, readQuantities } from "./quantities.ts";
import type { Quantity } from "./quantity.ts";

interface Compared {
  readonly sentence: string;
  readonly evidence: string;
}

/**
 * Whether the sentence gives a figure for a year for which the evidence does not: where the evidence gives the
 * figure, it stands in one clause with other years only.
 */
export function isMisdated({ sentence, evidence }: Compared): boolean {
  const held = readClauses(evidence).filter(({ years, figures }) => years.length > 0 && figures.length > 0);
  if (held.length < 2) return false;
  return readClauses(sentence).some(
    ({ years, figures }) =>
      years.length === 1 &&
      figures.some((figure) => {
        const giving = held.filter((clause) => clause.figures.some((other) => agree(figure, other)));
        return (
          giving.length > 0 &&
          !giving.some((clause) => clause.years.some((year) => agree(year, years[0] as Quantity)))
        );
      }),
  );
}

interface Clause {
  readonly years: readonly Quantity[];
  readonly figures: readonly Quantity[];
}

function readClauses(text: string): Clause[] {
  return text.split(/[，。；：！？、\n]|[,;:!?.](?=\s|$)/).map((clause) => {
    const quantities = readQuantities(clause);
    return {
      years: quantities.filter(isYear),
      figures: quantities.filter(
        (quantity) => !isYear(quantity) && !quantity.isSmallCount && quantity.unit !== null,
      ),
    };
  });
}
