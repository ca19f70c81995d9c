import { hashName } from "../hash.ts";
import { subwordsOf } from "../subwords.ts";
import { readUnits } from "../units.ts";
import type { Term } from "./terms.ts";
import type { Article } from "./training-text.ts";

/** The names of the features that get a vector of their own, by row, and the row of each. */
export interface Vocabulary {
  readonly names: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
}

/** Shares of the rows, filled in this order with the most frequent names; what one leaves over goes to the last. */
const shares = { character: 0.1, word: 0.23, subword: 0.09, root: 0.06, phrase: 0.18 };
/** Occurrences in the statutes that one occurrence in a term is worth. */
const termFactor = 4;

/** Chooses what is worth a row. Names that hash to the key of one already chosen are left out. */
export function chooseVocabulary(
  articles: readonly Article[],
  terms: readonly Term[],
  rowLimit: number,
): Vocabulary {
  const counts = countNames(articles, terms);
  const rows = new Map<string, number>();
  const keys = new Set<number>();
  const names: string[] = [];
  const take = (counted: ReadonlyMap<string, number>, limit: number, smallest: number) => {
    for (const name of mostFrequent(counted, smallest).slice(0, limit)) {
      const key = hashName(name);
      if (keys.has(key)) continue;
      keys.add(key);
      rows.set(name, names.push(name) - 1);
    }
  };
  take(counts.characters, Math.round(shares.character * rowLimit), 1);
  take(counts.words, Math.round(shares.word * rowLimit), 2);
  take(countSubwords(counts.words.keys()), Math.round(shares.subword * rowLimit), 2);
  take(counts.roots, Math.round(shares.root * rowLimit), 2);
  take(counts.phrases, Math.round(shares.phrase * rowLimit), termFactor);
  take(counts.pairs, rowLimit - names.length, 2);
  return { names, rows };
}

interface NameCounts {
  readonly characters: Map<string, number>;
  readonly pairs: Map<string, number>;
  readonly words: Map<string, number>;
  readonly phrases: Map<string, number>;
  readonly roots: Map<string, number>;
}

function countNames(articles: readonly Article[], terms: readonly Term[]): NameCounts {
  const counts: NameCounts = {
    characters: new Map(),
    pairs: new Map(),
    words: new Map(),
    phrases: new Map(),
    roots: new Map(),
  };
  for (const { zh, en } of articles) {
    countText(counts, zh, 1);
    countText(counts, en, 1);
  }
  for (const term of terms) {
    for (const text of [...term.sides[0], ...term.sides[1]]) countText(counts, text, termFactor);
  }
  return counts;
}

function countText(counts: NameCounts, text: string, times: number): void {
  for (const { kind, name, pair, root } of readUnits(text)) {
    add(kind === "character" ? counts.characters : counts.words, name, times);
    add(kind === "character" ? counts.pairs : counts.phrases, pair, times);
    add(counts.roots, root, times);
  }
}

function countSubwords(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) for (const subword of subwordsOf(word)) add(counts, subword, 1);
  return counts;
}

function add(counts: Map<string, number>, name: string, times: number): void {
  if (name !== "") counts.set(name, (counts.get(name) ?? 0) + times);
}

/** Ties by name, so that the order never depends on anything else. */
function mostFrequent(counts: ReadonlyMap<string, number>, smallest: number): string[] {
  return [...counts]
    .filter(([, count]) => count >= smallest)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .map(([name]) => name);
}
