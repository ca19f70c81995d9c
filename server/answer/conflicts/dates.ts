import { monthNames } from "../verify/months.ts";
import { readDigits } from "./read-digits.ts";
import type { Value } from "./value.ts";

/**
 * Dates and times of day of a folded text without blanks between figures and characters: 2026年3月31日,
 * 30 june 2026, 下午6时, 6 p.m.
 */
export function readDates(text: string): Value[] {
  const found: Value[] = [];
  for (const { pattern, read } of forms) {
    for (const match of text.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].length };
      const isRead = found.some((other) => place.start < other.end && place.end > other.start);
      if (!isRead) found.push({ ...place, ...read(match.groups ?? {}) });
    }
  }
  return found;
}

type Groups = Readonly<Record<string, string | undefined>>;

const year = String.raw`(?<year>\d{4}|[〇零一二三四五六七八九]{4})`;
const digits = String.raw`\d{1,2}|[一二三四五六七八九十]{1,3}`;
const monthName = `(?<month>${monthNames.join("|")})`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const ofYear = String.raw`(?:,?\s(?<year>\d{4}))?`;

/** The form that comes first says what stands in a place. */
const forms = [
  date(`(?:${year}年)?(?<month>${digits})月(?!刊)(?:(?<day>${digits})[日号])?`),
  date(String.raw`(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)`),
  date(String.raw`\b${day}\s${monthName}\b${ofYear}`),
  date(String.raw`\b${monthName}\s${day}\b${ofYear}`),
  date(String.raw`\b${monthName},?\s(?<year>\d{4})`),
  date(`${year}年(?!期|来|以上|内|后|前)`),
  date(String.raw`(?<=\b(?:in|of|by|since|until|from) )(?<year>1\d{3})(?![\d%,.]\d)`),
  date(String.raw`(?<![\d.,$])(?<year>(?:1[89]|20)\d{2})(?![\d%百千万亿元]|[.,]\d)`),
  time(
    `(?<half>上午|早上|凌晨|中午|下午|晚上|傍晚)?(?<hour>${digits})[时点](?![间钟])(?:(?<minute>${digits})分|(?<thirty>半))?`,
  ),
  time(String.raw`\b(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?\s?(?<half>[ap]\.?m\b\.?)`),
];

function date(source: string) {
  const read = ({ year, month, day }: Groups) => ({
    kind: "date" as const,
    parts: [readDigits(year), readMonth(month), readDigits(day)] as const,
  });
  return { pattern: new RegExp(source, "g"), read };
}

function time(source: string) {
  return { pattern: new RegExp(source, "g"), read: readTime };
}

function readMonth(written: string | undefined): number | null {
  const place = monthNames.indexOf(written ?? "");
  return place >= 0 ? place + 1 : readDigits(written);
}

function readTime({ half = "", hour, minute, thirty }: Groups) {
  const written = readDigits(hour) ?? 0;
  const isLate = /^(?:下午|晚上|傍晚|p)/.test(half) && written < 12;
  const isMidnight = /^(?:a|凌晨)/.test(half) && written === 12;
  const hours = written + (isLate ? 12 : 0) - (isMidnight ? 12 : 0);
  return { kind: "time" as const, minutes: hours * 60 + (thirty ? 30 : (readDigits(minute) ?? 0)) };
}
