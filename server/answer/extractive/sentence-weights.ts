import { featureNames, type SentenceFeatures } from "./sentence-features.ts";

export type SentenceWeights = Readonly<Record<keyof SentenceFeatures, number>>;

/** Fitted by `evals/fit-quotations.ts`, which also prints how the fit holds up on questions it has not seen. */
const sentenceWeights: SentenceWeights = {
  passage: 1.62,
  words: 0.72,
  wordsAround: 0.27,
  meaning: 2,
  meaningAround: 0.66,
  alignment: 1.57,
  alignmentAround: 1.4,
  heading: 0.39,
  item: 0.84,
  kind: 1.44,
  named: 3.72,
};

/** The weighted sum; its difference between two sentences is the logarithm of how much likelier one is to answer. */
export function scoreSentence(features: SentenceFeatures, by: SentenceWeights = sentenceWeights): number {
  return featureNames.reduce((sum, name) => sum + by[name] * features[name], 0);
}
