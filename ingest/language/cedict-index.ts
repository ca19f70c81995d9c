import { type CedictEntry, readCedict } from "./cedict.ts";
import { fold } from "./fold.ts";
import { readGlosses } from "./gloss.ts";

/** CC-CEDICT both ways round, packed: every pair is a phrase number, a word number and a weight. */
export interface CedictIndex {
  /** Folded Chinese words by number, and their numbers. */
  readonly words: readonly string[];
  readonly wordNumbers: ReadonlyMap<string, number>;
  /** Those of the words that are only ever names. */
  readonly names: ReadonlySet<string>;
  /** How common a Chinese word is, by number: log2(2 + entries whose headword contains it). */
  readonly commonness: Float32Array;
  /** English phrases (stemmed words joined by blanks) by number, and their numbers. */
  readonly phrases: readonly string[];
  readonly phraseNumbers: ReadonlyMap<string, number>;
  readonly byPhrase: PairList;
  readonly byWord: PairList;
}

/** The pairs of key k are `targets[i]`, `weights[i]` (0..1) for `starts[k] <= i < starts[k + 1]`. */
export interface PairList {
  readonly starts: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float32Array;
}

/** Reads CC-CEDICT once and keeps it for the life of the process. */
export function loadCedictIndex(): CedictIndex {
  loaded ??= indexCedict(readCedict());
  return loaded;
}

let loaded: CedictIndex | undefined;

export function indexCedict(entries: Iterable<CedictEntry>): CedictIndex {
  const words = new Numbering();
  const phrases = new Numbering();
  const wordOfPair: number[] = [];
  const phraseOfPair: number[] = [];
  const weights: number[] = [];
  const names = new Set<string>();
  const others = new Set<string>();
  for (const { simplified, pinyin, senses } of entries) {
    const folded = fold(simplified);
    if (!CHINESE_WORD.test(folded)) continue;
    const word = words.numberOf(folded);
    const isName = /^[A-Z]/.test(pinyin);
    (isName ? names : others).add(folded);
    for (const gloss of readGlosses(senses, isName)) {
      wordOfPair.push(word);
      phraseOfPair.push(phrases.numberOf(gloss.phrase));
      weights.push(gloss.weight);
    }
  }
  return {
    words: words.names,
    wordNumbers: words.numbers,
    names: new Set([...names].filter((name) => !others.has(name))),
    commonness: measureCommonness(words),
    phrases: phrases.names,
    phraseNumbers: phrases.numbers,
    byPhrase: groupPairs(phraseOfPair, wordOfPair, weights, phrases.names.length),
    byWord: groupPairs(wordOfPair, phraseOfPair, weights, words.names.length),
  };
}

const CHINESE_WORD = /^[\u3007\u3400-\u4dbf\u4e00-\u9fff]+$/;

/** Longest word counted as a part of others; longer ones are hardly ever parts. */
const LONGEST_PART = 3;

function measureCommonness(words: Numbering): Float32Array {
  const commonness = new Float32Array(words.names.length).fill(2);
  const withCharacter = new Uint32Array(0x10000);
  for (const word of words.names) {
    for (let start = 0; start < word.length; start++) {
      const unit = word.charCodeAt(start);
      withCharacter[unit] = (withCharacter[unit] ?? 0) + 1;
      const last = Math.min(word.length, start + LONGEST_PART);
      for (let end = start + 2; end <= last; end++) {
        const part = end - start === word.length ? undefined : words.numbers.get(word.slice(start, end));
        if (part !== undefined) commonness[part] = (commonness[part] ?? 0) + 1;
      }
    }
  }
  words.names.forEach((word, number) => {
    if (word.length === 1) commonness[number] = 1 + (withCharacter[word.charCodeAt(0)] ?? 0);
  });
  return commonness.map(Math.log2);
}

/** Counting sort of pairs by key; pairs of one key keep their order. */
function groupPairs(keys: number[], targets: number[], weights: number[], keyCount: number): PairList {
  const starts = new Uint32Array(keyCount + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const list = { starts, targets: new Uint32Array(keys.length), weights: new Float32Array(keys.length) };
  keys.forEach((key, pair) => {
    const slot = next[key] ?? 0;
    next[key] = slot + 1;
    list.targets[slot] = targets[pair] ?? 0;
    list.weights[slot] = weights[pair] ?? 0;
  });
  return list;
}

/** Numbers names in order of first use. */
class Numbering {
  readonly names: string[] = [];
  readonly numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
