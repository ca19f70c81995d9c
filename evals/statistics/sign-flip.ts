import { createRandom } from "../bench/random.ts";

interface SignFlipOptions {
  readonly resamples?: number;
  readonly seed?: number;
}

/**
 * How likely a fall at least as deep as the one seen is, were each unit's change as likely up as down: the one-sided
 * paired permutation test by sign flips (Fisher 1935; recommended for retrieval by Smucker, Allan & Carterette 2007).
 * Drawn at random, with the draw that was seen counted in (Phipson & Smyth 2010), so p is never 0. Units without a
 * change cannot turn the result either way. 1 where nothing changed.
 */
export function signFlipTest(
  changes: readonly number[],
  { resamples = 10_000, seed = 2333 }: SignFlipOptions = {},
): number {
  const moved = Float64Array.from(changes.filter((change) => change !== 0));
  if (moved.length === 0) return 1;
  const seen = moved.reduce((sum, change) => sum + change, 0);
  const random = createRandom(seed);
  let asDeep = 1;
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    for (const change of moved) sum += random() < 0.5 ? change : -change;
    // Sums of the same numbers in another sign may differ in their last bits.
    if (sum <= seen + 1e-9) asDeep++;
  }
  return asDeep / (resamples + 1);
}
