import { featureNames, type ReadSentence, type SentenceFeatures } from "./sentence-features.ts";

export type SentenceWeights = Readonly<Record<keyof SentenceFeatures, number>>;

/** Fitted by `evals/fit-quotations.ts`, which also prints how the fit holds up on questions it has not seen. */
const sentenceWeights: SentenceWeights = {
  passage: 1.36,
  words: 0.34,
  wordsAround: 0.67,
  meaning: 2.31,
  clauseMeaning: 1.42,
  alignment: 1.37,
  alignmentAround: 1.53,
  heading: 0.34,
  item: 0.93,
  kind: 0.93,
  number: 1.52,
  list: 0.91,
  named: 3.6,
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
