import { absent, type Measure, meanOf } from "./measure.ts";

interface Compared {
  /** Key facts shown where every document that is searched answers. */
  readonly quiet: Measure;
  /** The same among documents that do not. */
  readonly noisy: Measure;
}

/**
 * How much of the key facts is lost among documents that do not answer (RGB's noise robustness, Chen et al. 2024,
 * section 3: accuracy at noise 0 minus at noise 0.8). Below 0 where the other documents help. Absent where either is.
 */
export function noiseDrop({ quiet, noisy }: Compared): Measure {
  const [alone, among] = [meanOf(quiet), meanOf(noisy)];
  return alone === undefined || among === undefined ? absent : { sum: alone - among, count: 1 };
}
