import { shareFloats, shareIntegers } from "./shared-arrays.ts";
import type { TrainingSet } from "./training-set.ts";

export interface TrainingSettings {
  readonly seed: number;
  readonly steps: number;
  readonly batchSize: number;
  readonly dimension: number;
  /** Of the first step; it falls in a line to a twentieth. */
  readonly learningRate: number;
  /** Inner products of unit vectors are divided by it before the softmax. */
  readonly temperature: number;
}

/** What the workers of one training share; all arrays lie in shared memory. B is the batch size, D the dimension. */
export interface TrainingState {
  readonly set: TrainingSet;
  readonly settings: TrainingSettings;
  /** A vector of D numbers for every row of the vocabulary, and its gradient in this step. */
  readonly vectors: Float32Array;
  readonly gradients: Float32Array;
  /** Sums over the steps of each row's mean squared gradient. */
  readonly squares: Float32Array;
  readonly queries: Sides;
  readonly passages: Sides;
  /** B × B: similarity of query i and passage j over the temperature. */
  readonly similarities: Float32Array;
  /** Loss of every sample of this step, and the mean of every step. */
  readonly sampleLosses: Float32Array;
  readonly losses: Float32Array;
}

/** The queries, or the passages, of a batch. */
export interface Sides {
  /** B × D unit vectors, their lengths before, and the loss's gradients by the sums of their features. */
  readonly vectors: Float32Array;
  readonly lengths: Float32Array;
  readonly gradients: Float32Array;
  /** Logarithm of the sum of exponentials of a text's similarities to all of the other side. */
  readonly logSums: Float32Array;
  /** Features of text b: `rows[b * bagLimit + k]` for `k < counts[b]`. */
  readonly rows: Int32Array;
  readonly strengths: Float32Array;
  readonly counts: Int32Array;
}

/** Most different features of one text; a passage has about 400. */
export const bagLimit = 1024;

export function createTrainingState(
  set: TrainingSet,
  vectors: Float32Array,
  settings: TrainingSettings,
): TrainingState {
  const { batchSize, dimension, steps } = settings;
  const createSides = (): Sides => ({
    vectors: shareFloats(batchSize * dimension),
    lengths: shareFloats(batchSize),
    gradients: shareFloats(batchSize * dimension),
    logSums: shareFloats(batchSize),
    rows: shareIntegers(batchSize * bagLimit),
    strengths: shareFloats(batchSize * bagLimit),
    counts: shareIntegers(batchSize),
  });
  return {
    set,
    settings,
    vectors,
    gradients: shareFloats(vectors.length),
    squares: shareFloats(vectors.length / dimension),
    queries: createSides(),
    passages: createSides(),
    similarities: shareFloats(batchSize * batchSize),
    sampleLosses: shareFloats(batchSize),
    losses: shareFloats(steps),
  };
}
