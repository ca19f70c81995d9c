import { givesFigure, readAskedFigure } from "../extractive/asked-figures.ts";
import { saysSame } from "./disagreement.ts";
import type { Value } from "./value.ts";
import { readValues } from "./values.ts";

/** Tells the values of a text that a question may ask for: those of the kind it asks for, and not what it gives. */
export function createAskedValues(question: string): (value: Value, text: string) => boolean {
  const asked = readAskedFigure(question);
  const given = readValues(question);
  const asksYear = /[几幾哪何]年|year/i.test(question);
  const asksCount = asked !== null && givesFigure(asked, "5");
  return (value, text) => {
    if (given.some((other) => saysSame(value, other, text, question))) return false;
    if (value.kind === "figure" && value.quantity.isSmallCount) return false;
    // A year alone tells of which time the text is, unless it is asked for.
    if (asked === null) return value.kind !== "date" || value.parts[1] !== null;
    if (value.kind === "time") return asksCount || givesFigure(asked, "2024年");
    const written = text.slice(value.start, value.end);
    return givesFigure(asked, written) && (value.kind === "figure" || asksYear || !asksCount);
  };
}
