import type { Weights } from "./weights-file.ts";

/** Adds up rows of the weights, most of the work of embedding a text. */
export class RowSum {
  readonly numbers: Float64Array;
  readonly #weights: Weights;
  /** Eight nibbles a word. */
  readonly #words: Uint32Array;
  /** Nibbles are added as they are, 8 too many; how often, by scale, is taken off at the end. */
  #excess = 0;

  constructor(weights: Weights) {
    this.numbers = new Float64Array(weights.dimension);
    this.#weights = weights;
    const { buffer, byteOffset, byteLength } = weights.nibbles;
    this.#words = new Uint32Array(buffer, byteOffset, byteLength / 4);
  }

  /** Reads inside its arrays by construction, hence `as number`: a check for undefined costs a fifth of the speed. */
  addRow(row: number, strength: number): void {
    const sum = this.numbers;
    const words = this.#words;
    const { dimension, scales } = this.#weights;
    const step = (scales[row] as number) * strength;
    this.#excess += 8 * step;
    let place = (row * dimension) / 8;
    for (let index = 0; index < dimension; index += 8) {
      const word = words[place++] as number;
      sum[index] = (sum[index] as number) + step * (word & 15);
      sum[index + 1] = (sum[index + 1] as number) + step * ((word >>> 4) & 15);
      sum[index + 2] = (sum[index + 2] as number) + step * ((word >>> 8) & 15);
      sum[index + 3] = (sum[index + 3] as number) + step * ((word >>> 12) & 15);
      sum[index + 4] = (sum[index + 4] as number) + step * ((word >>> 16) & 15);
      sum[index + 5] = (sum[index + 5] as number) + step * ((word >>> 20) & 15);
      sum[index + 6] = (sum[index + 6] as number) + step * ((word >>> 24) & 15);
      sum[index + 7] = (sum[index + 7] as number) + step * (word >>> 28);
    }
  }

  /** The sum scaled to length 1; where nothing was added, the first axis. */
  toUnitVector(): Float32Array {
    let squares = 0;
    for (const number of this.numbers) squares += (number - this.#excess) ** 2;
    const vector = new Float32Array(this.numbers.length);
    if (squares === 0) vector[0] = 1;
    else {
      const length = Math.sqrt(squares);
      this.numbers.forEach((number, index) => {
        vector[index] = (number - this.#excess) / length;
      });
    }
    return vector;
  }
}
