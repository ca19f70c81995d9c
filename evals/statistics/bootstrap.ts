import { createRandom } from "../bench/random.ts";
import type { Measure } from "../metrics/measure.ts";

export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

interface BootstrapOptions {
  readonly resamples?: number;
  readonly seed?: number;
}

/**
 * 95 % interval of the pooled mean: the 2.5th and 97.5th percentile of the mean over as many units drawn with
 * replacement (Efron 1979, "Bootstrap Methods: Another Look at the Jackknife"; the percentile method of Efron &
 * Tibshirani 1993, section 13.3). The same seed gives the same interval. Null without units that have data; where
 * every unit is alike the interval is a point, which says nothing about questions that were not asked.
 */
export function bootstrapInterval(
  units: readonly Measure[],
  { resamples = 10_000, seed = 2333 }: BootstrapOptions = {},
): Interval | null {
  if (units.length === 0) return null;
  const sums = Float64Array.from(units, ({ sum }) => sum);
  const counts = Float64Array.from(units, ({ count }) => count);
  const random = createRandom(seed);
  const means = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    let count = 0;
    for (let draw = 0; draw < units.length; draw++) {
      const unit = Math.floor(random() * units.length);
      sum += sums[unit] ?? 0;
      count += counts[unit] ?? 0;
    }
    means[resample] = sum / count;
  }
  means.sort();
  const at = (share: number) => means[Math.min(resamples - 1, Math.floor(share * resamples))] ?? 0;
  return { lo: at(0.025), hi: at(0.975) };
}
