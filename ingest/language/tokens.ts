import { CHINESE, DIGIT, kindOf, LETTER, SURROGATE } from "./characters.ts";
import { fold } from "./fold.ts";
import { readLatin } from "./latin-tokens.ts";
import { readNumerals } from "./numerals.ts";
import { readVisibleText } from "./visible-text.ts";

export type TokenKind = "cjk1" | "cjk2" | "word" | "number";

/** One index term and where it stands: `text.slice(start, end)` is what it was read from (UTF-16 offsets). */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

/**
 * The index terms of a text, ordered by start. What cannot be seen is left out and accents are joined with their
 * letters (see readVisibleText); text is then folded (see fold), so both scripts give the same terms.
 *
 * - A run of Chinese characters gives every character (`cjk1`, 1 character) and every pair (`cjk2`, 2 characters);
 *   runs of Chinese numerals also give their value as a `number` (二零二四 → 2024, 三十九 → 39).
 * - A Latin word gives its stem (`word`); hyphens separate, R&D and U.S. stay whole, RAISe+ also gives `raise+`,
 *   and a word with a hyphen and a blank in it, as a line's end leaves it, also gives the word without them.
 * - A number loses its thousands separators (`number`: 1,234.5 → 1234.5); one glued to letters is given beside
 *   the whole (39E → word `39e` and number `39`).
 *
 * Tokens may overlap. A term never holds a blank.
 */
export function tokenize(text: string): Token[] {
  const visible = readVisibleText(text);
  if (visible === null) return readTokens(text);
  return readTokens(visible.text).map((token) => ({
    ...token,
    start: visible.starts[token.start] ?? 0,
    end: visible.ends[token.end - 1] ?? text.length,
  }));
}

function readTokens(text: string): Token[] {
  const folded = fold(text);
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < folded.length) {
    const kind = kindOf(folded.charCodeAt(offset));
    if (kind === CHINESE || kind === SURROGATE) offset = readChinese(folded, offset, tokens);
    else if (kind === LETTER || kind === DIGIT) offset = readLatin(folded, text, offset, tokens);
    else offset++;
  }
  return tokens;
}

/** How often each index term occurs in the text, in order of first occurrence. */
export function indexTerms(text: string): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const { term } of tokenize(text)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  return frequencies;
}

/** Emits the Chinese run that begins at `start` and returns where it ends. */
function readChinese(folded: string, start: number, tokens: Token[]): number {
  let offset = start;
  let previous = -1;
  while (offset < folded.length) {
    const end = offset + chineseLength(folded, offset);
    if (end === offset) break;
    if (previous >= 0) {
      tokens.push({ term: folded.slice(previous, end), start: previous, end, kind: "cjk2" });
    }
    tokens.push({ term: folded.slice(offset, end), start: offset, end, kind: "cjk1" });
    previous = offset;
    offset = end;
  }
  readNumerals(folded, start, offset, tokens);
  return offset === start ? start + 1 : offset;
}

/** Units of the Chinese character at `offset`: 1, 2 outside the BMP, 0 where there is none. */
function chineseLength(folded: string, offset: number): number {
  const kind = kindOf(folded.charCodeAt(offset));
  if (kind === CHINESE) return 1;
  if (kind !== SURROGATE) return 0;
  const point = folded.codePointAt(offset) ?? 0;
  return point >= 0x20000 && point <= 0x3ffff ? 2 : 0;
}
