import { hashName } from "./hash.ts";
import { createKeyTable, type KeyTable } from "./key-table.ts";
import { builtinWeights, loadWeights } from "./load-weights.ts";
import { withoutQuestionPhrases } from "./question-phrases.ts";
import { createRowComparer, type FindBestCosines, mostRows } from "./row-cosines.ts";
import { readUnits } from "./units.ts";
import type { Weights } from "./weights-file.ts";

/**
 * Compares a question with passages word by word. The function it returns gives, for a passage's text, how near each
 * word of the question comes to some word of the passage, averaged: sum of w max cos / sum of w, 0..1 (MaxSim;
 * Khattab, Zaharia 2020, SIGIR). Words are the characters, pairs of characters and words that have a vector; w is
 * the length of a word's vector, which training made small for words that say little, times its rarity.
 */
export function alignQuestion(
  question: string,
  rarityOf: (term: string) => number,
): (passage: string) => number {
  const { weights, table, compareRows } = loadModel();
  const asked = new Map<number, number>();
  eachWord(withoutQuestionPhrases(question), table, (row, term) => {
    if (asked.size < mostRows) asked.set(row, lengthOf(weights, row) * rarityOf(term));
  });
  const shares = [...asked.values()];
  const total = shares.reduce((sum, weight) => sum + weight, 0);
  const findBest = compareRows([...asked.keys()]);
  return (passage) => {
    if (total === 0) return 0;
    const best = findBest(rowsOf(passage, table));
    return shares.reduce((sum, weight, index) => sum + weight * (best[index] as number), 0) / total;
  };
}

/** The rows of a passage's words, each once. */
function rowsOf(passage: string, table: KeyTable): Int32Array {
  const known = rowsOfTexts.get(passage);
  if (known !== undefined) return known;
  const rows = new Set<number>();
  eachWord(passage, table, (row) => rows.add(row));
  const found = Int32Array.from(rows);
  if (rowsOfTexts.size >= mostTexts) rowsOfTexts.delete(rowsOfTexts.keys().next().value as string);
  rowsOfTexts.set(passage, found);
  return found;
}

/** Reading a text takes longer than comparing it, and the same passages are candidates again and again. */
const rowsOfTexts = new Map<string, Int32Array>();
/** About 10 MB of texts and rows. */
const mostTexts = 4000;

interface Model {
  readonly weights: Weights;
  readonly table: KeyTable;
  readonly compareRows: (asked: readonly number[]) => FindBestCosines;
}

function loadModel(): Model {
  if (model === undefined) {
    const weights = loadWeights(builtinWeights);
    model = {
      weights,
      table: createKeyTable(weights.keys),
      compareRows: createRowComparer(weights),
    };
  }
  return model;
}

let model: Model | undefined;

/** Pairs and roots of English words repeat what the words say. */
function eachWord(text: string, table: KeyTable, visit: (row: number, term: string) => void): void {
  for (const { kind, name, pair } of readUnits(text)) {
    visitTerm(name, table, visit);
    if (kind === "character") visitTerm(pair, table, visit);
  }
}

function visitTerm(term: string, table: KeyTable, visit: (row: number, term: string) => void): void {
  const row = term === "" ? -1 : table.find(hashName(term));
  if (row >= 0) visit(row, term);
}

/** The length of the row's vector. */
function lengthOf({ dimension, scales, nibbles }: Weights, row: number): number {
  let squares = 0;
  for (let place = (row * dimension) / 2; place < ((row + 1) * dimension) / 2; place++) {
    const byte = nibbles[place] as number;
    squares += ((byte & 15) - 8) ** 2 + ((byte >> 4) - 8) ** 2;
  }
  return Math.sqrt(squares) * (scales[row] as number);
}
