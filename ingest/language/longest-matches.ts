/** A dictionary word found in a folded text: `text.slice(start, end)` is `word`. */
export interface WordMatch {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** What the segmentation needs to know about words: how common one is (about 1 to 12), undefined for no word. */
export type MeasureWord = (word: string) => number | undefined;

/** Which words can begin at two characters: a bit per length, filed under a hash of the two; false hits happen. */
export type WordLengths = Uint16Array;

/** Longest word, in characters, that a bit of WordLengths can name. */
const LONGEST_WORD = 15;
const TABLE_BITS = 17;

/** Files the lengths of the given words (2 to 15 characters; others are skipped) for longestMatches. */
export function fileWordLengths(
  words: Iterable<string>,
  lengths = new Uint16Array(1 << TABLE_BITS),
): WordLengths {
  for (const word of words) {
    if (word.length < 2 || word.length > LONGEST_WORD) continue;
    const slot = slotOf(word.charCodeAt(0), word.charCodeAt(1));
    lengths[slot] = (lengths[slot] ?? 0) | (1 << word.length);
  }
  return lengths;
}

/**
 * The dictionary words (2 characters and more) that cover the folded text with the fewest pieces; where two covers
 * have as many, the one with commoner words. Matches do not overlap and come in order.
 *
 * Shortest path over the positions, right to left; linear in the text for words of bounded length.
 */
export function longestMatches(text: string, lengths: WordLengths, measureWord: MeasureWord): WordMatch[] {
  const cost = new Float32Array(text.length + 1);
  const step = new Uint8Array(text.length + 1);
  for (let start = text.length - 1; start >= 0; start--) {
    cost[start] = 1 + (cost[start + 1] ?? 0);
    step[start] = 1;
    if (text.charCodeAt(start) < FIRST_IDEOGRAPH) continue;
    const candidates = lengths[slotOf(text.charCodeAt(start), text.charCodeAt(start + 1))] ?? 0;
    for (let length = 2; candidates >> length > 0; length++) {
      if ((candidates & (1 << length)) === 0 || start + length > text.length) continue;
      const measure = measureWord(text.slice(start, start + length));
      if (measure === undefined) continue;
      const total = 1 - COMMON_WORD_BONUS * measure + (cost[start + length] ?? 0);
      if (total >= (cost[start] ?? 0)) continue;
      cost[start] = total;
      step[start] = length;
    }
  }
  return followSteps(text, step);
}

const FIRST_IDEOGRAPH = 0x3007;
/** Small enough that no sum over a sentence's words outweighs one piece fewer in the usual case. */
const COMMON_WORD_BONUS = 0.03;

function followSteps(text: string, step: Uint8Array): WordMatch[] {
  const matches: WordMatch[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + (step[start] ?? 1);
    if (end > start + 1) matches.push({ word: text.slice(start, end), start, end });
    start = end;
  }
  return matches;
}

function slotOf(first: number, second: number): number {
  return (Math.imul((first << 16) | second, 0x9e3779b1) >>> 0) >>> (32 - TABLE_BITS);
}
