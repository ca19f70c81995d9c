import { featureNames, type ReadSentence, type SentenceFeatures } from "./sentence-features.ts";

export type SentenceWeights = Readonly<Record<keyof SentenceFeatures, number>>;

/** Fitted by `evals/fit-quotations.ts`, which also prints how the fit holds up on questions it has not seen. */
const sentenceWeights: SentenceWeights = {
  passage: 1.34,
  words: 0.2,
  wordsAround: 0.63,
  meaning: 2.31,
  clauseMeaning: 1.5,
  alignment: 1.48,
  alignmentAround: 1.59,
  heading: 0.33,
  item: 0.87,
  kind: 0.96,
  number: 1.52,
  list: 0.88,
  named: 3.52,
  otherLanguage: 2.69,
};

/** A sentence with its score: the logarithm of how likely it is to answer, up to a constant. */
export interface ScoredSentence extends ReadSentence {
  readonly score: number;
}

/** The weighted sum; its difference between two sentences is the logarithm of how much likelier one is to answer. */
export function scoreSentence(features: SentenceFeatures, by: SentenceWeights = sentenceWeights): number {
  return featureNames.reduce((sum, name) => sum + by[name] * features[name], 0);
}
