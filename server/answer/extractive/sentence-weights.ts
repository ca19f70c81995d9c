import { featureNames, type SentenceFeatures } from "./sentence-features.ts";

export type SentenceWeights = Readonly<Record<keyof SentenceFeatures, number>>;

/** Fitted by `evals/fit-sentences.ts`, which also prints how the fit holds up on questions it has not seen. */
const sentenceWeights: SentenceWeights = {
  passage: 1.2,
  words: 0.79,
  wordsAround: 0.45,
  meaning: 2.1,
  meaningAround: 0.94,
  alignment: 1.67,
  kind: 0.79,
  named: 1.1,
};

/** The weighted sum; its difference between two sentences is the logarithm of how much likelier one is to answer. */
export function scoreSentence(features: SentenceFeatures, by: SentenceWeights = sentenceWeights): number {
  return featureNames.reduce((sum, name) => sum + by[name] * features[name], 0);
}
