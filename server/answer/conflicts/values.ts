import { fold } from "../../../ingest/language/fold.ts";
import { stem } from "../../../ingest/language/stem.ts";
import { isEnglishStopWord } from "../../../ingest/language/stop-words.ts";
import { readQuantities } from "../verify/quantities.ts";
import { readDates } from "./dates.ts";
import type { Place, Value } from "./value.ts";

/** The dates, times of day and figures of a text, in order; a number that belongs to a name or a list is none. */
export function readValues(text: string): Value[] {
  const { compact, places } = compactText(text);
  const dates = readDates(compact);
  const figures = readQuantities(compact).flatMap((quantity): Value[] => {
    const place = { start: quantity.start, end: quantity.start + quantity.surface.length };
    if (dates.some((date) => overlap(date, place)) || namesSomething(compact, place)) return [];
    const counted = readCounted(compact.slice(place.end));
    return [{ kind: "figure", quantity, counted, ...widen(compact, place) }];
  });
  const first = figures.filter((one, at) => !figures.slice(0, at).some((other) => overlap(one, other)));
  return [...dates, ...first]
    .map((value) => ({
      ...value,
      start: places[value.start] ?? 0,
      end: (places[value.end - 1] ?? 0) + 1,
    }))
    .filter(({ kind, start }) => kind === "figure" || !acronym.test(text.slice(0, start)))
    .sort((one, other) => one.start - other.start);
}

/** CMA 2024 names a document. */
const acronym = /\p{Lu}{2,} $/u;

/** The folded text without the blanks that Chinese text has none of, and where its characters stood. */
function compactText(text: string): { compact: string; places: readonly number[] } {
  const folded = fold(text);
  const places: number[] = [];
  let compact = "";
  for (const { 0: piece, index } of folded.matchAll(/\s+|\S+/g)) {
    const [before, after] = [compact.slice(-1), folded.charAt(index + piece.length)];
    const isBetween =
      bordering.test(before) && bordering.test(after) && (!/\d/.test(before) || !/\d/.test(after));
    if (/^\s/.test(piece) && isBetween) continue;
    const written = /^\s/.test(piece) ? " " : piece;
    for (let at = 0; at < written.length; at++) places.push(index + at);
    compact += written;
  }
  return { compact, places };
}

const bordering = /[\d\p{Script=Han}]/u;

function overlap(one: Place, other: Place): boolean {
  return one.start < other.end && one.end > other.start;
}

/** HR-12, 第三, B1, 1. at the head of an item, 二楼. */
function namesSomething(text: string, { start, end }: Place): boolean {
  return (
    /(?:[a-z][-#.]?|[第下上每同某另]|[(（]|(?<![\d%])[-–])$/.test(text.slice(0, start)) ||
    (start === 0 && /^[.、)]/.test(text.slice(end))) ||
    /^(?:[楼室号届期版]|[a-z]*\d|[)）]|(?:st|nd|rd|th)\b)/.test(text.slice(end))
  );
}

/** What is counted: the character after a figure, or the word. */
function readCounted(after: string): string {
  const han = /^[多余来]?(\p{Script=Han})/u.exec(after)?.[1];
  if (han !== undefined) return han;
  const word = countedWord.exec(after)?.[1] ?? "";
  return isEnglishStopWord(word) ? "" : stem(word);
}

const countedWord = /^(?:\s(?:hundred|thousand|million|billion|trillion))?[\s-]?([a-z]{2,})/;

/** With the currency before a figure, and its scale and what it counts or measures after it. */
function widen(text: string, { start, end }: Place): Place {
  const before = /(?:百分之|(?:hk|us|nt|rmb)?\s?[$¥€£]\s?)$/.exec(text.slice(0, start))?.[0] ?? "";
  const after = text.slice(end);
  const word = countedWord.exec(after);
  const isCounted = word !== null && !isEnglishStopWord(word[1] ?? "");
  const unit = units.exec(after) ?? (isCounted ? word : scale.exec(after));
  return { start: start - before.length, end: end + (unit?.[0].length ?? 0) };
}

const scale = /^\s(?:hundred|thousand|million|billion|trillion)/;
const units =
  /^(?:%|[\s-]per cent\b|分之[\d一二三四五六七八九十]+|成半?|[多余]?(?:个(?:月|工作天|百分点)|小时|分钟|平方[米公里尺呎]+|公[里斤顷吨]|[美港欧日韩]?元|\p{Script=Han}))/u;
