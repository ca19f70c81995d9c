import { hashName } from "./hash.ts";
import { createKeyTable, type KeyTable } from "./key-table.ts";
import { builtinWeights, loadWeights } from "./load-weights.ts";
import { createRowReader, type ReadRows } from "./passage-rows.ts";
import { withoutQuestionPhrases } from "./question-phrases.ts";
import { createRowComparer, type FindBestCosines, mostRows } from "./row-cosines.ts";
import { eachTerm } from "./units.ts";
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
  const { weights, table, readRows, compareRows } = loadModel();
  const asked = new Map<number, number>();
  eachTerm(withoutQuestionPhrases(question), (term) => {
    const row = table.find(hashName(term));
    if (row >= 0 && asked.size < mostRows) asked.set(row, lengthOf(weights, row) * rarityOf(term));
  });
  const shares = [...asked.values()];
  const total = shares.reduce((sum, weight) => sum + weight, 0);
  const findBest = compareRows([...asked.keys()]);
  return (passage) => {
    if (total === 0) return 0;
    const best = findBest(readRows(passage));
    return shares.reduce((sum, weight, index) => sum + weight * (best[index] as number), 0) / total;
  };
}

interface Model {
  readonly weights: Weights;
  readonly table: KeyTable;
  readonly readRows: ReadRows;
  readonly compareRows: (asked: readonly number[]) => FindBestCosines;
}

function loadModel(): Model {
  if (model === undefined) {
    const weights = loadWeights(builtinWeights);
    const table = createKeyTable(weights.keys);
    model = {
      weights,
      table,
      readRows: createRowReader(table, weights.keys.length),
      compareRows: createRowComparer(weights),
    };
  }
  return model;
}

let model: Model | undefined;

/** The length of the row's vector. */
function lengthOf({ dimension, scales, nibbles }: Weights, row: number): number {
  let squares = 0;
  for (let place = (row * dimension) / 2; place < ((row + 1) * dimension) / 2; place++) {
    const byte = nibbles[place] as number;
    squares += ((byte & 15) - 8) ** 2 + ((byte >> 4) - 8) ** 2;
  }
  return Math.sqrt(squares) * (scales[row] as number);
}
