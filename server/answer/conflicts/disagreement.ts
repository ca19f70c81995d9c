import { fold } from "../../../ingest/language/fold.ts";
import { agree } from "../verify/quantities.ts";
import type { DateParts, Value } from "./value.ts";

/** A sentence with the values it gives. */
export interface Valued {
  readonly text: string;
  readonly values: readonly Value[];
}

/**
 * Values that the one text gives in the place of others that the other text gives, as many in each; none where the
 * texts speak of different years, or differ in more than two values, as texts on different things do.
 */
export function findDisagreement(
  one: Valued,
  other: Valued,
  isAsked: (value: Value, text: string) => boolean,
): { readonly one: readonly Value[]; readonly other: readonly Value[] } | null {
  const asked = {
    one: one.values.filter((value) => isAsked(value, one.text)),
    other: other.values.filter((value) => isAsked(value, other.text)),
  };
  const differing = {
    one: asked.one.filter((value) => differs(value, asked.other, one, other)),
    other: asked.other.filter((value) => differs(value, asked.one, other, one)),
  };
  const count = differing.one.length;
  if (count === 0 || count > mostDiffering || differing.other.length !== count) return null;
  const rest = (values: readonly Value[], taken: readonly Value[]) =>
    values.filter((value) => !taken.includes(value));
  if (areOfOtherYears(rest(one.values, differing.one), rest(other.values, differing.other))) return null;
  return differing;
}

const mostDiffering = 2;

/** Whether the values hold one of the same kind, and none that agrees. */
function differs(
  value: Value,
  others: readonly Value[],
  { text }: Valued,
  { text: otherText }: Valued,
): boolean {
  const comparable = others.filter((other) => areComparable(value, other));
  return comparable.length > 0 && !comparable.some((other) => saysSame(value, other, text, otherText));
}

function areComparable(one: Value, other: Value): boolean {
  if (one.kind === "date")
    return other.kind === "date" && precisionOf(one.parts) === precisionOf(other.parts);
  if (one.kind === "time" || other.kind !== "figure") return one.kind === other.kind;
  const [unit, otherUnit] = [one.quantity.unit, other.quantity.unit];
  if (unit !== null && otherUnit !== null) return unit.split(":")[0] === otherUnit.split(":")[0];
  if (unit !== null || otherUnit !== null) return false;
  if (isHan(one.counted) === isHan(other.counted)) return one.counted === other.counted && one.counted !== "";
  return true;
}

/** The last of year, month and day that is given. */
function precisionOf(parts: DateParts): number {
  return parts.findLastIndex((part) => part !== null);
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

export function saysSame(one: Value, other: Value, text: string, otherText: string): boolean {
  if (one.kind === "date" && other.kind === "date") return sameDate(one.parts, other.parts);
  if (one.kind === "time" && other.kind === "time") return one.minutes === other.minutes;
  if (one.kind !== "figure" || other.kind !== "figure") return false;
  if (agree(one.quantity, other.quantity)) return true;
  const [low, high] = [one.quantity.value, other.quantity.value].sort((a, b) => a - b) as [number, number];
  return (
    high <= low * looseness[isAbout(one, text) ? 1 : 0][isAbout(other, otherText) ? 1 : 0] ||
    isRounded(low, high) ||
    isRounded(high, low)
  );
}

function sameDate(one: DateParts, other: DateParts): boolean {
  return one.every((part, at) => part === null || other[at] === null || part === other[at]);
}

/** How many times the one may be the other where none, one or both are said to be about so much: 逾二成, 23%. */
const looseness = [
  [1, 1.25],
  [1.25, 1.05],
] as const;

/** Whether the one is the other with fewer digits. */
function isRounded(one: number, other: number): boolean {
  const digits = String(one).replace(/\D|0+$/g, "").length;
  return digits > 0 && Number(other.toPrecision(digits)) === one;
}

function isAbout({ start, end }: Value, text: string): boolean {
  return (
    /(?:约|逾|超过|近|接近|大概|大约|至少|最少|不少于|高达|about|around|nearly|almost|over|more than|at least|some|roughly|approximately)\s*$/.test(
      fold(text.slice(Math.max(0, start - 16), start)),
    ) ||
    /^\s*(?:多|余|左右|以上|or more|or so)/.test(fold(text.slice(end, end + 10))) ||
    /[多余]/.test(fold(text.slice(start, end)))
  );
}

/** Whether both give years, and none the same. */
function areOfOtherYears(one: readonly Value[], other: readonly Value[]): boolean {
  const [years, otherYears] = [yearsOf(one), yearsOf(other)];
  return years.length > 0 && otherYears.length > 0 && !years.some((year) => otherYears.includes(year));
}

function yearsOf(values: readonly Value[]): number[] {
  return values.flatMap((value) =>
    value.kind === "date" && value.parts[0] !== null ? [value.parts[0]] : [],
  );
}
