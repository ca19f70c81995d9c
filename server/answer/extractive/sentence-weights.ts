import { featureNames, type SentenceFeatures } from "./sentence-features.ts";

export type SentenceWeights = Readonly<Record<keyof SentenceFeatures, number>>;

/** Fitted by `evals/fit-quotations.ts`, which also prints how the fit holds up on questions it has not seen. */
const sentenceWeights: SentenceWeights = {
  passage: 1.46,
  words: 0.63,
  wordsAround: 0.27,
  meaning: 2.16,
  meaningAround: 0.45,
  alignment: 1.58,
  alignmentAround: 1.49,
  heading: 0.41,
  item: 0.81,
  kind: 1.4,
  named: 3.43,
};

/** The weighted sum; its difference between two sentences is the logarithm of how much likelier one is to answer. */
export function scoreSentence(features: SentenceFeatures, by: SentenceWeights = sentenceWeights): number {
  return featureNames.reduce((sum, name) => sum + by[name] * features[name], 0);
}
