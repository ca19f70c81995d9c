import { fold } from "../../../ingest/language/fold.ts";
import { readChineseNumbers } from "./chinese-numbers.ts";
import { readEnglishNumbers } from "./english-numbers.ts";
import type { Figure, Quantity } from "./quantity.ts";

interface Compared {
  readonly sentence: string;
  readonly evidence: string;
  readonly question: string;
}

/**
 * Figures of the sentence that the evidence does not give, in digits or words of either language, units and
 * scales (萬, 億, million) read. A year of the question names a document as a rule, and passes unless the
 * evidence gives years of its own that the sentence leaves out; a small count of the question passes too.
 */
export function findMissingQuantities({ sentence, evidence, question }: Compared): Quantity[] {
  const held = [...readQuantities(evidence), ...readSmallDigits(evidence), ...readRomanNumerals(evidence)];
  const asked = readQuantities(question);
  const said = readQuantities(sentence);
  const heldYears = held.filter(isYear);
  const namesOwnYears = heldYears.every((year) => said.some((other) => other.value === year.value));
  return said.filter((quantity) => {
    if (held.some((other) => agree(quantity, other))) return false;
    const isAsked = asked.some((other) => agree(quantity, other));
    if (isAsked && isYear(quantity) && namesOwnYears) return false;
    return !(quantity.isSmallCount && (isAsked || quantity.value <= 1));
  });
}

export function readQuantities(text: string): Quantity[] {
  const folded = fold(text).replace(blanksBesideHan, "");
  return [...readChineseNumbers(folded), ...readEnglishNumbers(folded)];
}

const blanksBesideHan = /(?<=\p{Script=Han})\s+(?=[\d\p{Script=Han}])|(?<=\d)\s+(?=\p{Script=Han})/gu;

/** 六至十年, 七三比, 三体: each digit of the lines counts where it is not part of a larger figure. */
function readSmallDigits(text: string): Figure[] {
  const figures =
    fold(text)
      .replace(/\s+/g, "")
      .match(/[一二两三四五六七八九十]+(?![百千万亿])/g) ?? [];
  return figures.flatMap((figure) =>
    /^.*十./.test(figure)
      ? []
      : [...figure].map((digit) => ({
          value: "零一二三四五六七八九十".indexOf(digit === "两" ? "二" : digit),
          unit: null,
          surface: digit,
          isSmallCount: true,
        })),
  );
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Super Bowl XXXIII is the 33rd. */
function readRomanNumerals(text: string): Figure[] {
  return (text.match(/\b[IVXLC]{1,8}\b/g) ?? []).map((surface) => {
    const digits = [...surface].map((mark) => romanDigits[mark] ?? 0);
    const value = digits.reduce(
      (sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit),
      0,
    );
    return { value, unit: null, surface, isSmallCount: false };
  });
}

export function agree(one: Figure, other: Figure): boolean {
  if (Math.abs(one.value - other.value) > 1e-9 * Math.max(one.value, other.value)) return false;
  if (one.unit === null || other.unit === null || one.unit === other.unit) return true;
  return isMoney(one.unit) && isMoney(other.unit) && (one.unit === "money" || other.unit === "money");
}

function isMoney(unit: string): boolean {
  return unit === "money" || unit.startsWith("money:");
}

export function isYear({ value, unit }: Figure): boolean {
  return Number.isInteger(value) && value >= 1800 && value <= 2100 && (unit === null || unit === "date:year");
}
