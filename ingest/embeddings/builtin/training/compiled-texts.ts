import { subwordsOf } from "../subwords.ts";
import { readUnits, type Unit } from "../units.ts";
import { shareIntegers } from "./shared-arrays.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Texts as rows of features, in shared memory. Text t has the units `starts[t]` to `starts[t + 1]`. */
export interface CompiledTexts {
  readonly starts: Int32Array;
  /** Row of the unit's name, -1 for none. */
  readonly unitRows: Int32Array;
  /** Row of the unit's pair with the one before, -1 for none. */
  readonly pairRows: Int32Array;
  /** Row of the word's root, -1 for none. */
  readonly rootRows: Int32Array;
  /** The unit's number among the different words, -1 for what is not a word. */
  readonly words: Int32Array;
  /** Word w has the subwords `subwordRows[i]` for `subwordStarts[w] <= i < subwordStarts[w + 1]`. */
  readonly subwordStarts: Int32Array;
  readonly subwordRows: Int32Array;
}

/** Gathers texts one by one; the number of a text is what `add` gives, the same text always the same. */
export class TextCompiler {
  readonly #vocabulary: Vocabulary;
  readonly #numbers = new Map<string, number>();
  readonly #starts = [0];
  readonly #unitRows: number[] = [];
  readonly #pairRows: number[] = [];
  readonly #rootRows: number[] = [];
  readonly #words: number[] = [];
  readonly #wordNumbers = new Map<string, number>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  add(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    for (const unit of readUnits(text)) this.#addUnit(unit);
    const number = this.#starts.push(this.#unitRows.length) - 2;
    this.#numbers.set(text, number);
    return number;
  }

  finish(): CompiledTexts {
    const subwordStarts = [0];
    const subwordRows: number[] = [];
    for (const word of this.#wordNumbers.keys()) {
      for (const subword of subwordsOf(word)) {
        const row = this.#vocabulary.rows.get(subword);
        if (row !== undefined) subwordRows.push(row);
      }
      subwordStarts.push(subwordRows.length);
    }
    return {
      starts: shareIntegers(this.#starts),
      unitRows: shareIntegers(this.#unitRows),
      pairRows: shareIntegers(this.#pairRows),
      rootRows: shareIntegers(this.#rootRows),
      words: shareIntegers(this.#words),
      subwordStarts: shareIntegers(subwordStarts),
      subwordRows: shareIntegers(subwordRows),
    };
  }

  #addUnit({ kind, name, pair, root }: Unit): void {
    this.#unitRows.push(this.#vocabulary.rows.get(name) ?? -1);
    this.#pairRows.push(this.#vocabulary.rows.get(pair) ?? -1);
    this.#rootRows.push(this.#vocabulary.rows.get(root) ?? -1);
    this.#words.push(kind === "word" ? this.#numberWord(name) : -1);
  }

  #numberWord(word: string): number {
    const known = this.#wordNumbers.get(word);
    if (known !== undefined) return known;
    this.#wordNumbers.set(word, this.#wordNumbers.size);
    return this.#wordNumbers.size - 1;
  }
}
