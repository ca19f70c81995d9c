import type { ReadSentence, SentenceFeatures } from "./sentence-features.ts";

/** A question's values lie close together: their mean becomes 0, and the best 1. */
export function spreadFeatures(
  sentences: readonly ReadSentence[],
  names: readonly (keyof SentenceFeatures)[],
): ReadSentence[] {
  const ranges = names.map((name) => {
    const values = sentences.map(({ features }) => features[name]);
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    return { name, mean, range: Math.max(...values) - mean };
  });
  return sentences.map((read) => {
    const spread = ranges.map(({ name, mean, range }) => [
      name,
      range > 1e-9 ? (read.features[name] - mean) / range : 0,
    ]);
    return { ...read, features: { ...read.features, ...Object.fromEntries(spread) } };
  });
}
