import type { Quantity } from "./quantity.ts";
import { unitBetween } from "./units.ts";

/** Figures written in Chinese, or in digits before a Chinese scale: 1.2亿, 三成, 百分之三, 三分之一, 民国113年, 兩年. */
export function readChineseNumbers(text: string): Quantity[] {
  const folded = withoutShortTens(text);
  return [...folded.matchAll(figures)].flatMap((match): Quantity[] => {
    const surface = match[0];
    const { index } = match;
    const before = folded.slice(Math.max(0, index - 4), index);
    const after = folded.slice(index + surface.length, index + surface.length + 16);
    const value = readValue(surface);
    if (value === null) return [];
    const quantity = (figure: number, unit: string | null, isSmallCount = false): Quantity[] => [
      { value: figure, unit, surface, start: index, isSmallCount },
    ];
    if (/百分之$/.test(before)) return quantity(value, "%");
    if (/^成(?![为立功员本果就长熟了分])/.test(after))
      return quantity(value * 10 + halfAfter(after) * 10, "%");
    if (surface === "百" && /^分之/.test(after)) return [];
    if (/^分之/.test(after)) return quantity(fraction(value, after.slice(2)), null);
    if (/分之$/.test(before)) return [];
    if (/民国$/.test(before) && /^年/.test(after)) return quantity(value + 1911, null);
    const unit = unitBetween(before, after);
    const isWord = !/\d/.test(surface);
    if (
      isWord &&
      unit === null &&
      value < 11 &&
      !/^[个項项名年月日号家间所类种方面条次倍大步轮期层点人位份批座]/.test(after)
    )
      return [];
    return quantity(value, unit, isWord && unit === null && value < 11 && !/^[年月日号倍]/.test(after));
  });
}

/** 廿 and 卅 stand for two and three tens. */
function withoutShortTens(folded: string): string {
  return folded.replace(/[廿卅]/g, (tens) => (tens === "廿" ? "二十" : "三十"));
}

const figures = /\d[\d,]*(?:\.\d+)?[百千]?[万亿兆]+|[〇零一二两三四五六七八九十百千万亿兆]+|\d+(?=成|分之)/g;

function halfAfter(after: string): number {
  return after.startsWith("成半") ? 0.5 : 0;
}

function fraction(denominator: number, rest: string): number {
  const numerator = readValue(/^(?:\d+|[一二两三四五六七八九十]+)/.exec(rest)?.[0] ?? "");
  return numerator === null || denominator === 0 ? 0 : numerator / denominator;
}

const digits = new Map([..."零一二三四五六七八九"].map((digit, value) => [digit, value]));
digits.set("〇", 0).set("两", 2);
const smallScales = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const largeScales = new Map([
  ["万", 1e4],
  ["亿", 1e8],
  ["兆", 1e12],
]);

function readValue(surface: string): number | null {
  const arabic = /^([\d,]*(?:\.\d+)?)([百千]?)([万亿兆]*)$/.exec(surface);
  if (arabic && arabic[1] !== "") {
    const scale = [...(arabic[3] ?? "")].reduce((product, mark) => product * (largeScales.get(mark) ?? 1), 1);
    return Number((arabic[1] ?? "").replaceAll(",", "")) * scale * (smallScales.get(arabic[2] ?? "") ?? 1);
  }
  if (surface === "") return null;
  if (!/[十百千万亿兆]/.test(surface)) {
    if (surface.length === 2) return null;
    return Number([...surface].map((digit) => digits.get(digit)).join(""));
  }
  return readScaled(surface);
}

function readScaled(surface: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const mark of surface) {
    const small = smallScales.get(mark);
    const large = largeScales.get(mark);
    if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = null;
    } else if (large !== undefined) {
      const held = section + (digit ?? 0);
      if (held === 0 && total === 0) return null;
      total = held === 0 ? total * large : total + held * large;
      section = 0;
      digit = null;
    } else digit = digits.get(mark) ?? null;
  }
  return total + section + (digit ?? 0);
}
