import type { ReadSentence, SentenceFeatures } from "./sentence-features.ts";

/** The sentences with these features spread over the question's sentences. */
export function spreadFeatures(
  sentences: readonly ReadSentence[],
  names: readonly (keyof SentenceFeatures)[],
): ReadSentence[] {
  const columns = names.map((name) => spreadOf(sentences.map(({ features }) => features[name])));
  return sentences.map((read, index) => ({
    ...read,
    features: {
      ...read.features,
      ...Object.fromEntries(names.map((name, at) => [name, columns[at]?.[index] ?? 0])),
    },
  }));
}

/** A question's values lie close together: their mean becomes 0, and the best 1. */
export function spreadOf(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const range = Math.max(...values) - mean;
  return values.map((value) => (range > 1e-9 ? (value - mean) / range : 0));
}
