import { CHINESE, DIGIT, kindOf, LETTER, SURROGATE } from "../../language/characters.ts";
import { fold } from "../../language/fold.ts";
import { readLatin } from "../../language/latin-tokens.ts";
import { readNumerals } from "../../language/numerals.ts";
import { isEnglishStopWord, isStopCharacter } from "../../language/stop-words.ts";
import type { Token } from "../../language/tokens.ts";
import { looksUsual } from "../../language/visible-text.ts";
import { hashName, hashUnits } from "./hash.ts";
import type { KeyTable } from "./key-table.ts";
import { eachTerm } from "./units.ts";

/** The rows of a text's words, each once. */
export type ReadRows = (text: string) => Int32Array;

/** Reading a text takes longer than comparing it, and the same passages are candidates again and again: about 10 MB. */
const mostTexts = 4000;

/** Reads the rows of what `eachTerm` visits, mostly without making the terms. */
export function createRowReader(table: KeyTable, rowCount: number): ReadRows {
  const characters = readCharacters(table);
  const known = new Map<string, Int32Array>();
  const seenIn = new Uint32Array(rowCount);
  let round = 0;
  const found: number[] = [];
  const tokens: Token[] = [];
  const add = (row: number) => {
    if (row < 0 || seenIn[row] === round) return;
    seenIn[row] = round;
    found.push(row);
  };

  const readChinese = (folded: string, start: number): number => {
    let offset = start;
    let previous = -1;
    for (; offset < folded.length; offset++) {
      const unit = folded.charCodeAt(offset);
      if (kindOf(unit) !== CHINESE) break;
      const isStop = characters.stops[unit] === 1;
      if (!isStop) add(characters.rows[unit] as number);
      if (previous >= 0 && !(isStop && characters.stops[previous] === 1))
        add(table.find(hashUnits(previous, unit)));
      previous = unit;
    }
    readNumerals(folded, start, offset, tokens);
    return offset;
  };

  /** False where the text holds characters of two units, which are left to the units themselves. */
  const read = (text: string): boolean => {
    const folded = fold(text);
    for (let offset = 0; offset < folded.length; ) {
      const kind = kindOf(folded.charCodeAt(offset));
      if (kind === CHINESE) offset = readChinese(folded, offset);
      else if (kind === SURROGATE) return false;
      else if (kind === LETTER || kind === DIGIT) offset = readLatin(folded, text, offset, tokens);
      else offset++;
    }
    for (const { kind, term, start, end } of tokens) {
      if (kind === "word" && isEnglishStopWord(text.slice(start, end))) continue;
      add(table.find(hashName(term)));
    }
    return true;
  };
  const readAnew = (text: string): Int32Array => {
    round++;
    found.length = 0;
    tokens.length = 0;
    if (!looksUsual(text) || !read(text)) eachTerm(text, (term) => add(table.find(hashName(term))));
    return Int32Array.from(found);
  };
  return (text) => {
    const rows = known.get(text) ?? readAnew(text);
    known.delete(text);
    known.set(text, rows);
    if (known.size > mostTexts) known.delete(known.keys().next().value as string);
    return rows;
  };
}

/** By UTF-16 unit: the row, and whether it is a function character. */
function readCharacters(table: KeyTable) {
  const units = Array.from({ length: 0x10000 }, (_, unit) => unit);
  return {
    rows: Int32Array.from(units, (unit) => table.find(hashUnits(unit))),
    stops: Uint8Array.from(units, (unit) => (isStopCharacter(String.fromCharCode(unit)) ? 1 : 0)),
  };
}
