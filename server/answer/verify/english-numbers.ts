import { monthNames } from "./months.ts";
import type { Quantity } from "./quantity.ts";
import { unitBetween } from "./units.ts";

/** Figures in digits, with English scales (3.5 million), and figures in English words (twenty-one, one-third, second). */
export function readEnglishNumbers(folded: string): Quantity[] {
  return [...readDigits(folded), ...readMonths(folded), ...readWords(folded)];
}

const digits = /(?<![\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};
const scale = /^[\s-]?(hundred|thousand|million|mn|billion|bn|trillion)\b/;

function readDigits(folded: string): Quantity[] {
  return [...folded.matchAll(digits)].flatMap(({ 0: surface, index }): Quantity[] => {
    const before = folded.slice(Math.max(0, index - 6), index);
    const after = folded.slice(index + surface.length, index + surface.length + 28);
    if (/^[百千]?[万亿兆]|^成(?![为立功员本果就长熟了分])|^分之/.test(after) || /民国$/.test(before))
      return [];
    const value = Number(surface.replaceAll(",", ""));
    if (/百分之$/.test(before)) return [{ value, unit: "%", surface, start: index, isSmallCount: false }];
    const word = scale.exec(after);
    const rest = word ? after.slice(word[0].length) : after;
    const shortYear = /(?:19|20)\d{2}[/-]$/.test(before) && surface.length === 2;
    if (shortYear) return [{ value: 2000 + value, unit: null, surface, start: index, isSmallCount: false }];
    return [
      {
        value: value * (scales[word?.[1] ?? ""] ?? 1),
        unit: unitBetween(before, rest),
        surface,
        start: index,
        isSmallCount: false,
      },
    ];
  });
}

const months = new RegExp(
  `\\b(${monthNames.join("|")})\\b(?=\\s+(?:\\d|of\\b|this\\b|last\\b)|[,.)]|$)|(?<=\\b(?:in|by|since|until|of|\\d)\\s)\\b(${monthNames.join("|")})\\b`,
  "g",
);

function readMonths(folded: string): Quantity[] {
  return [...folded.matchAll(months)].map(({ 0: surface, index }) => ({
    value: monthNames.indexOf(surface) + 1,
    unit: null,
    surface,
    start: index,
    isSmallCount: false,
  }));
}

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(
  " ",
);
const parts: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };
const word = [...small.slice(1), ...tens].join("|");
const numberWords = new RegExp(
  `\\b(?:${word})(?:[\\s-](?:${word}|and|${Object.keys(scales).join("|")})\\b)*`,
  "g",
);

function readWords(folded: string): Quantity[] {
  const cardinals = [...folded.matchAll(numberWords)].flatMap(({ 0: surface, index }): Quantity[] => {
    const after = folded.slice(index + surface.length, index + surface.length + 28);
    const part = /^[\s-](half|third|quarter|fifth|tenth)s?\b/.exec(after)?.[1];
    const value = readCardinal(surface);
    if (part !== undefined)
      return [{ value: value / (parts[part] ?? 1), unit: null, surface, start: index, isSmallCount: false }];
    const unit = unitBetween("", after);
    if (/^[\s-]decades?\b/.test(after))
      return [{ value: value * 10, unit: null, surface, start: index, isSmallCount: false }];
    return [{ value, unit, surface, start: index, isSmallCount: value < 11 && unit === null }];
  });
  const counted = ordinals.flatMap((ordinal, index) =>
    new RegExp(`\\b${ordinal}\\b(?! half\\b)`).test(folded) &&
    !new RegExp(`[\\s-]${ordinal}\\b`).test(folded.replace(/\bthe\s/g, "the"))
      ? [
          {
            value: index + 1,
            unit: null,
            surface: ordinal,
            start: folded.indexOf(ordinal),
            isSmallCount: true,
          },
        ]
      : [],
  );
  return [...cardinals, ...counted];
}

function readCardinal(surface: string): number {
  let total = 0;
  let section = 0;
  for (const part of surface.split(/[\s-]+/)) {
    const factor = scales[part];
    if (factor === 100) section = Math.max(1, section) * 100;
    else if (factor !== undefined) {
      total += Math.max(1, section) * factor;
      section = 0;
    } else
      section += Math.max(0, small.indexOf(part)) + (tens.indexOf(part) + (tens.includes(part) ? 2 : 1)) * 10;
  }
  return total + section;
}
