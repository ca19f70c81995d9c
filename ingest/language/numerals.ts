import type { Token } from "./tokens.ts";

/**
 * Emits a `number` token for each run of Chinese numerals in the folded text between `start` and `end`, so that
 * they meet Arabic ones: years and codes read digit by digit (二零二四 → 2024; at least three digits, 一九 stays
 * a word) and values below 100,000,000 built with 十百千万 (三十九 → 39, 一百二十 → 120).
 */
export function readNumerals(folded: string, start: number, end: number, tokens: Token[]): void {
  for (const match of folded.slice(start, end).matchAll(NUMERALS)) {
    const numeral = match[0];
    const value = UNIT.test(numeral) ? readValue(numeral) : digitByDigit(numeral);
    const from = start + match.index;
    if (value !== undefined)
      tokens.push({ term: value, start: from, end: from + numeral.length, kind: "number" });
  }
}

const NUMERALS = /[〇零一二两三四五六七八九十百千万]{2,}/g;
const UNIT = /[十百千万]/;
const DIGITS = new Map([..."零一二三四五六七八九"].map((digit, value) => [digit, value]));
DIGITS.set("〇", 0).set("两", 2);
const UNITS = new Map([..."十百千"].map((unit, index) => [unit, 10 ** (index + 1)]));

function digitByDigit(numeral: string): string | undefined {
  if (numeral.length < 3 || numeral.includes("两")) return undefined;
  return [...numeral].map((digit) => DIGITS.get(digit)).join("");
}

/** Undefined where the characters do not build one number: 千万, 一二十三, 三万五 (35,000 in speech). */
function readValue(numeral: string): string | undefined {
  const [head = "", tail, ...more] = numeral.split("万");
  if (more.length > 0) return undefined;
  const high = smallValue(head);
  if (tail === undefined || high === undefined) return high?.toString();
  if (tail === "") return String(high * 10_000);
  const low = smallValue(tail);
  return low === undefined || (low < 1000 && !tail.startsWith("零"))
    ? undefined
    : String(high * 10_000 + low);
}

/** Value of a numeral below 10,000. */
function smallValue(numeral: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lowest = 10_000;
  for (const character of numeral) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      if (digit !== undefined && digit > 0) return undefined;
      digit = DIGITS.get(character);
    } else {
      if (unit >= lowest || (digit === undefined && (unit > 10 || total > 0))) return undefined;
      total += (digit ?? 1) * unit;
      lowest = unit;
      digit = undefined;
    }
  }
  const value = total + (digit ?? 0);
  return value === 0 ? undefined : value;
}
