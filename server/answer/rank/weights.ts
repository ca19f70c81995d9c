import { type Features, featureNames } from "./features.ts";

export type Weights = Readonly<Record<keyof Features, number>>;

/** Chosen in coarse steps on several sets; `evals/fit-ranker.ts` sets beside them what a smooth fit yields, also on questions it has not seen. */
export const weights: Weights = {
  lexical: 1,
  dense: 0.5,
  alignment: 0.4,
  sentence: 0.5,
  heading: 0.8,
  document: 0.4,
  run: 0.1,
};

/** The weighted sum of the features as a share of the highest possible, 0..1. */
export function scoreFeatures(features: Features, by: Weights = weights): number {
  let sum = 0;
  let most = 0;
  for (const name of featureNames) {
    sum += by[name] * features[name];
    most += by[name];
  }
  return sum / most;
}
