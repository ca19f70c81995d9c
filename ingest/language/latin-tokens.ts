import { CHINESE, DIGIT, kindOf, LETTER } from "./characters.ts";
import { stem } from "./stem.ts";
import type { Token } from "./tokens.ts";

/**
 * Emits the tokens of the Latin word or number that begins at `start` of the folded text, and returns where it
 * ends. `text` is the same text before folding (same length): capitals tell U.S. from a sentence's end.
 */
export function readLatin(folded: string, text: string, start: number, tokens: Token[]): number {
  const number = isDigit(folded, start) ? matchAt(NUMBER, folded, start) : "";
  if (number !== "" && !continuesWord(folded, start + number.length)) {
    return readNumber(number, start, tokens);
  }
  const initials = text[start + 1] === "." ? matchAt(INITIALS, text, start) : "";
  if (initials !== "") {
    tokens.push({
      term: initials.replaceAll(".", "").toLowerCase(),
      start,
      end: start + initials.length,
      kind: "word",
    });
    return start + initials.length;
  }
  return readWord(folded, start, tokens);
}

const NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*/y;
const INITIALS = /(?:[A-Z]\.){2,}|[A-Z](?:\.[A-Z])+\b/y;
const AMPERSAND_WORD = /[a-z]{1,3}&[a-z]{1,3}(?![a-z&])/y;
const PLUSES = /\++(?![\p{L}\d])/uy;

/** Slow to ask where the answer is nearly always no: callers look first at the character that decides. */
function matchAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? "";
}

function isDigit(folded: string, offset: number): boolean {
  return kindOf(folded.charCodeAt(offset)) === DIGIT;
}

function continuesWord(folded: string, offset: number): boolean {
  return offset < folded.length && kindOf(folded.charCodeAt(offset)) === LETTER;
}

/** 1,234.5 is one number; more than one point means a date, a section or a version, cut at its points. */
function readNumber(surface: string, start: number, tokens: Token[]): number {
  const plain = surface.replaceAll(",", "");
  const end = start + surface.length;
  if (plain.indexOf(".") === plain.lastIndexOf(".")) {
    tokens.push({ term: plain, start, end, kind: "number" });
    return end;
  }
  let offset = start;
  for (const part of surface.split(".")) {
    tokens.push({ term: part, start: offset, end: offset + part.length, kind: "number" });
    offset += part.length + 1;
  }
  return end;
}

function readWord(folded: string, start: number, tokens: Token[]): number {
  const wordUntil = wordEnd(folded, start);
  const joined = folded[wordUntil] === "&" ? matchAt(AMPERSAND_WORD, folded, start) : "";
  const surface = joined || folded.slice(start, wordUntil);
  const end = start + surface.length;
  const word = surface.slice(0, LONGEST_WORD).replace(/[ﬀ-ﬆ]/g, (ligature) => ligature.normalize("NFKC"));
  tokens.push({ term: stem(word), start, end, kind: "word" });
  const rest = folded[end] === "-" ? matchAt(LINE_END_HYPHEN, folded, end) : "";
  if (rest !== "") tokens.push(joinHalves(word, rest, start, end));

  const leadingDigits = isDigit(folded, start) ? /^\d+/.exec(word)?.[0] : undefined;
  if (leadingDigits !== undefined) {
    tokens.push({ term: leadingDigits, start, end: start + leadingDigits.length, kind: "number" });
  }
  const pluses = folded[end] === "+" ? matchAt(PLUSES, folded, end) : "";
  if (pluses === "") return end;
  tokens.push({ term: word + pluses, start, end: end + pluses.length, kind: "word" });
  return end + pluses.length;
}

/** A line's end in mid-word leaves a hyphen with a blank behind it, and so does a compound that ends its line. */
const LINE_END_HYPHEN = /- (?!(?:and|or|to)\b)[a-z]+/y;

/** The two halves as the one word they may be, beside each of them. */
function joinHalves(word: string, rest: string, start: number, end: number): Token {
  const term = stem((word + rest.slice("- ".length)).slice(0, LONGEST_WORD));
  return { term, start, end: end + rest.length, kind: "word" };
}

/** Encoded data and the like: what is longer is known by its beginning, so that no term grows without bound. */
const LONGEST_WORD = 64;

/** Letters and digits, with single apostrophes between letters. */
function wordEnd(folded: string, start: number): number {
  let offset = start;
  while (offset < folded.length) {
    const kind = kindOf(folded.charCodeAt(offset));
    const isApostrophe = folded[offset] === "'" && offset > start && continuesWord(folded, offset + 1);
    if (kind !== LETTER && kind !== DIGIT && !isApostrophe) break;
    if (kind === CHINESE) break;
    offset++;
  }
  return offset;
}
