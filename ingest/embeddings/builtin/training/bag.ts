import { subwordStrength } from "../subwords.ts";
import { strengthOf } from "../units.ts";
import type { CompiledTexts } from "./compiled-texts.ts";
import type { Random } from "./random.ts";
import { bagLimit, type Sides } from "./state.ts";

/** A part of a text: units `start` to `end`, each left out with the probability `dropout`. */
export interface Part {
  readonly text: number;
  readonly start: number;
  readonly end: number;
  readonly dropout: number;
}

/** How often a word is spelled out into its subwords instead, so that these learn what unknown words need. */
const spellOut = 0.15;

/** Counts the features of parts of texts as the embedder does. One for each worker. */
export class BagFiller {
  readonly #texts: CompiledTexts;
  /** Where in the bag being filled a row's feature stands, -1 for nowhere. */
  readonly #places: Int32Array;

  constructor(texts: CompiledTexts, rows: number) {
    this.#texts = texts;
    this.#places = new Int32Array(rows).fill(-1);
  }

  /** Fills the bag of text `index` on one side of the batch; features beyond the bag's limit are left out. */
  fill(sides: Sides, index: number, parts: readonly Part[], random: Random): void {
    const rows = sides.rows.subarray(index * bagLimit, (index + 1) * bagLimit);
    const strengths = sides.strengths.subarray(index * bagLimit, (index + 1) * bagLimit);
    let length = 0;
    const add = (row: number, count: number) => {
      let place = this.#places[row] as number;
      if (place < 0) {
        if (length === bagLimit) return;
        place = length++;
        this.#places[row] = place;
        rows[place] = row;
        strengths[place] = 0;
      }
      strengths[place] = (strengths[place] as number) + count;
    };
    for (const part of parts) this.#readPart(part, random, add);
    for (let place = 0; place < length; place++) {
      const count = strengths[place] as number;
      strengths[place] = count > 1 ? strengthOf(count) : count;
      this.#places[rows[place] as number] = -1;
    }
    sides.counts[index] = length;
  }

  #readPart(
    { text, start, end, dropout }: Part,
    random: Random,
    add: (row: number, count: number) => void,
  ): void {
    const { starts, unitRows, pairRows, rootRows, words } = this.#texts;
    const offset = starts[text] as number;
    let isPreviousKept = false;
    for (let unit = offset + start; unit < offset + end; unit++) {
      const isKept = dropout === 0 || random() >= dropout;
      if (isKept) {
        const row = unitRows[unit] as number;
        const word = words[unit] as number;
        if (word >= 0 && (row < 0 || random() < spellOut)) this.#addSubwords(word, add);
        else if (row >= 0) add(row, 1);
        const root = rootRows[unit] as number;
        if (root >= 0) add(root, 1);
        const pair = pairRows[unit] as number;
        if (pair >= 0 && isPreviousKept) add(pair, 1);
      }
      isPreviousKept = isKept;
    }
  }

  #addSubwords(word: number, add: (row: number, count: number) => void): void {
    const { subwordStarts, subwordRows } = this.#texts;
    const start = subwordStarts[word] as number;
    const end = subwordStarts[word + 1] as number;
    const strength = subwordStrength(end - start);
    for (let index = start; index < end; index++) add(subwordRows[index] as number, strength);
  }
}
