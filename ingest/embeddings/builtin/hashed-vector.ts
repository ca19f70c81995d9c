import { mix } from "./hash.ts";

/**
 * Adds to `sum` a vector that only the key decides: every position is plus or minus `length` / √dimension. Vectors
 * of different keys are nearly at right angles, so a word that training has not seen still matches itself.
 */
export function addHashedVector(sum: Float32Array | Float64Array, key: number, length: number): void {
  const step = length / Math.sqrt(sum.length);
  let bits = mix(key ^ 0x5bd1e995);
  for (let position = 0; position < sum.length; position++) {
    if ((position & 31) === 0) bits = mix(bits + 0x9e3779b9);
    sum[position] = (sum[position] ?? 0) + ((bits >>> (position & 31)) & 1 ? step : -step);
  }
}
