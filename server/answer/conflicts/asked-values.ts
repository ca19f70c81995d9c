import { givesFigure, readAskedFigure } from "../extractive/asked-figures.ts";
import { saysSame } from "./disagreement.ts";
import type { Value } from "./value.ts";
import { readValues } from "./values.ts";

/** Tells the values of a text that a question may ask for: those of the kind it asks for, and not what it gives. */
export function createAskedValues(question: string): (value: Value, text: string) => boolean {
  const asked = readAskedFigure(question);
  const given = readValues(question);
  const asksYear = /[几幾哪何]年|year/i.test(question);
  const asksDate = asked === null ? /\bwhen\b/i.test(question) : asked.kind === "date";
  return (value, text) => {
    if (given.some((other) => saysSame(value, other, text, question))) return false;
    if (value.kind === "figure" && value.quantity.isSmallCount) return false;
    if (asksDate) return value.kind !== "figure";
    // A year alone tells of which time the text is, unless it is asked for.
    if (asked === null) return value.kind !== "date" || value.parts[1] !== null;
    if (value.kind === "date" && !asksYear) return false;
    return value.kind !== "time" && givesFigure(asked, text.slice(value.start, value.end));
  };
}
