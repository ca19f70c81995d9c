import { hashName } from "./hash.ts";
import { addHashedVector } from "./hashed-vector.ts";
import { createKeyTable } from "./key-table.ts";
import { withoutQuestionPhrases } from "./question-phrases.ts";
import { RowSum } from "./row-sum.ts";
import { subwordStrength, subwordsOf } from "./subwords.ts";
import { readUnits, strengthOf } from "./units.ts";
import type { Weights } from "./weights-file.ts";

/** A function from a text to its vector of length 1; a text without features points along the first axis. */
export function createTextEncoder(weights: Weights): (text: string) => Float32Array {
  const { find } = createKeyTable(weights.keys);
  const counts = new Uint32Array(weights.keys.length);
  return (text) => {
    const sum = new RowSum(weights);
    const found: number[] = [];
    const unknown = new Map<number, { count: number; readonly word: string }>();
    const count = (name: string): boolean => {
      const row = find(hashName(name));
      if (row < 0) return false;
      if (counts[row] === 0) found.push(row);
      counts[row] = (counts[row] ?? 0) + 1;
      return true;
    };
    const countUnknown = (name: string, word: string) => {
      const key = hashName(name);
      unknown.set(key, { count: (unknown.get(key)?.count ?? 0) + 1, word });
    };
    for (const { kind, name, pair, root } of readUnits(withoutQuestionPhrases(text))) {
      if (name !== "" && !count(name) && kind !== "character") {
        countUnknown(name, kind === "word" ? name : "");
      }
      if (pair !== "") count(pair);
      if (root !== "") count(root);
    }
    for (const row of found) {
      sum.addRow(row, strengthOf(counts[row] ?? 0));
      counts[row] = 0;
    }
    for (const [key, { count: times, word }] of unknown) {
      addHashedVector(sum.numbers, key, weights.unknownLength * strengthOf(times));
      if (word !== "") addSubwords(sum, find, word, strengthOf(times));
    }
    return sum.toUnitVector();
  };
}

function addSubwords(sum: RowSum, find: (key: number) => number, word: string, strength: number): void {
  const rows = subwordsOf(word)
    .map((subword) => find(hashName(subword)))
    .filter((row) => row >= 0);
  for (const row of rows) sum.addRow(row, strength * subwordStrength(rows.length));
}
