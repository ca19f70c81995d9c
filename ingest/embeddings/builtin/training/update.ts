import { addRow, dotRows } from "./kernels.ts";
import { bagLimit, type Sides, type TrainingState } from "./state.ts";

/** The rate of the last step, relative to the first. */
const LAST_RATE = 0.05;
/** Keeps a first, tiny gradient from a step of full size. */
const SMALLEST_SQUARES = 1e-8;

/** Moves the vectors of the rows that are a member's own: every `count`-th. */
export class RowUpdater {
  readonly #state: TrainingState;
  readonly #member: { readonly index: number; readonly count: number };
  readonly #touched: number[] = [];
  readonly #isTouched: Uint8Array;

  constructor(state: TrainingState, member: { readonly index: number; readonly count: number }) {
    this.#state = state;
    this.#member = member;
    this.#isTouched = new Uint8Array(state.squares.length);
  }

  update(step: number): void {
    const { learningRate, steps } = this.#state.settings;
    const rate = learningRate * (1 - (1 - LAST_RATE) * (step / steps));
    this.#gather(this.#state.queries);
    this.#gather(this.#state.passages);
    for (const row of this.#touched) {
      this.#move(row, rate);
      this.#isTouched[row] = 0;
    }
    this.#touched.length = 0;
  }

  #gather(sides: Sides): void {
    const { settings, gradients } = this.#state;
    for (let text = 0; text < settings.batchSize; text++) {
      const start = text * bagLimit;
      const end = start + (sides.counts[text] as number);
      for (let place = start; place < end; place++) {
        const row = sides.rows[place] as number;
        if (row % this.#member.count !== this.#member.index) continue;
        if (this.#isTouched[row] === 0) {
          this.#isTouched[row] = 1;
          this.#touched.push(row);
        }
        const strength = sides.strengths[place] as number;
        addRow(gradients, row, sides.gradients, text, strength, settings.dimension);
      }
    }
  }

  /** Adagrad (Duchi et al. 2011) with one rate a row: rare features take large steps, common ones small. */
  #move(row: number, rate: number): void {
    const { vectors, gradients, squares, settings } = this.#state;
    const { dimension } = settings;
    const square = dotRows(gradients, row, gradients, row, dimension) / dimension;
    squares[row] = (squares[row] as number) + square;
    const factor = -rate / Math.sqrt((squares[row] as number) + SMALLEST_SQUARES);
    addRow(vectors, row, gradients, row, factor, dimension);
    gradients.fill(0, row * dimension, (row + 1) * dimension);
  }
}
