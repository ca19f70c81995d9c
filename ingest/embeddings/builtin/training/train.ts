import type { Translator } from "../../../language/translate.ts";
import type { Weights } from "../weights-file.ts";
import { makeFirstVectors } from "./first-vectors.ts";
import { quantize } from "./quantize.ts";
import { runWorkers } from "./run-workers.ts";
import { createTrainingState, type TrainingSettings } from "./state.ts";
import type { Term } from "./terms.ts";
import { compileTrainingSet } from "./training-set.ts";
import type { Article } from "./training-text.ts";
import { chooseVocabulary } from "./vocabulary.ts";

export interface TrainingInput {
  readonly articles: readonly Article[];
  readonly terms: readonly Term[];
  readonly translate: Translator["translateToChinese"];
  readonly rowLimit: number;
  readonly workers: number;
  readonly settings: TrainingSettings;
  /** Called after every step with the mean losses of all steps so far. */
  readonly onStep?: (step: number, losses: Float32Array) => void;
}

/** Length of the hashed vector of a word or number without a row; 1 is that of an untrained word. */
const unknownLength = 0.7;

/** Trains the embedder's vectors; the same input, settings and Node version give the same weights. */
export function train(input: TrainingInput): { readonly weights: Weights; readonly losses: Float32Array } {
  const { articles, terms, translate, rowLimit, workers, settings, onStep } = input;
  const vocabulary = chooseVocabulary(articles, terms, rowLimit);
  const set = compileTrainingSet(articles, terms, vocabulary);
  const vectors = makeFirstVectors(vocabulary, settings.dimension, translate);
  const state = createTrainingState(set, vectors, settings);
  runWorkers(state, workers, (step) => onStep?.(step, state.losses));
  return {
    weights: quantize(vocabulary, vectors, settings.dimension, unknownLength),
    losses: state.losses,
  };
}
