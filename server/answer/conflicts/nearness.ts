import type { Reading, TitledPassage } from "../reading.ts";
import { findMissingNames } from "../verify/names.ts";
import { measureSupport } from "../verify/support-score.ts";
import { saysSame, type Valued } from "./disagreement.ts";
import type { Statement } from "./statements.ts";
import type { Value } from "./value.ts";
import { readValues } from "./values.ts";

/** Shares of words, chosen on sentences of the public question sets with a figure changed. */
const leastShared = 0.2;
/** What is shared across languages is told by few words. */
const muchShared = 0.3;
const leastAskedOfFar = 0.3;
const leastAskedOfNear = 0.1;
const leastTogether = 0.7;

export type MeasureNearness = (one: Statement, other: Statement) => number;

/**
 * How surely two statements speak of the same thing: how much they share beside their values, and with the question,
 * summed; 0 where that is too little. Where they share more with each other, less of the question is looked for.
 */
export function createNearness({ question, dictionary }: Reading): MeasureNearness {
  const share = (sentence: string, evidence: string) =>
    measureSupport({ sentence, evidence, question: "", dictionary });
  const shares = new Map<Statement, number>();
  const askedOf = (statement: Statement) => {
    const known = shares.get(statement) ?? share(question.text, inContext(statement));
    shares.set(statement, known);
    return known;
  };
  return (one, other) => {
    const asked = [askedOf(one), askedOf(other)];
    if (Math.min(...asked) < leastAskedOfNear) return 0;
    const [masked, otherMasked] = [withoutValues(one), withoutValues(other)];
    const shared = [share(masked, otherMasked), share(otherMasked, masked)];
    const isSameScript = isHan(one.text) === isHan(other.text);
    if (Math.min(...shared) < (isSameScript ? leastShared : muchShared)) return 0;
    if (Math.min(...shared) < muchShared && Math.min(...asked) < leastAskedOfFar) return 0;
    const together = meanOf(shared) + meanOf(asked);
    return together < leastTogether ? 0 : together;
  };
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function withoutValues({ text, values }: Valued): string {
  return values.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

/** Whether the passage gives one of the other statement's values too, for whatever it gives it. */
export function gives(
  { text }: TitledPassage,
  values: readonly Value[],
  { text: written }: Statement,
): boolean {
  return readValues(text).some((held) => values.some((value) => saysSame(held, value, text, written)));
}

/** Whether one of the statements does not hold a name of the other or, unlike it, one of the question. */
export function speakOfOthers(
  one: Statement,
  other: Statement,
  { question: { text }, dictionary }: Reading,
): boolean {
  const misses = (sentence: string, evidence: Statement, question: string) =>
    findMissingNames({ sentence, evidence: inContext(evidence), question, dictionary }).length > 0;
  return (
    misses(one.text, other, text) ||
    misses(other.text, one, text) ||
    misses(text, one, "") !== misses(text, other, "")
  );
}

/** With the title and headings it stands under. */
function inContext({ passage: { title, headings }, text }: Statement): string {
  return [title, ...headings, text].join("\n");
}
