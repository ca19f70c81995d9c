import { hashName } from "../hash.ts";
import type { Weights } from "../weights-file.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A scale fits if it leaves the least squared error; these shares of the largest number are tried. */
const clippings = [0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The vectors as nibbles with a scale a row, in order of their keys. */
export function quantize(
  { names }: Vocabulary,
  vectors: Float32Array,
  dimension: number,
  unknownLength: number,
): Weights {
  const keys = Uint32Array.from(names, hashName);
  const order = Array.from(keys.keys()).sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));
  const scales = new Float32Array(names.length);
  const nibbles = new Uint8Array((names.length * dimension) / 2);
  order.forEach((row, place) => {
    const vector = vectors.subarray(row * dimension, (row + 1) * dimension);
    const scale = chooseScale(vector);
    scales[place] = scale;
    for (let index = 0; index < dimension; index += 2) {
      const low = toNibble(vector[index] ?? 0, scale);
      const high = toNibble(vector[index + 1] ?? 0, scale);
      nibbles[(place * dimension + index) / 2] = low | (high << 4);
    }
  });
  return { dimension, unknownLength: Math.fround(unknownLength), keys: keys.sort(), scales, nibbles };
}

function chooseScale(vector: Float32Array): number {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let best = { scale: 1, error: Infinity };
  for (const clipping of clippings) {
    const scale = Math.fround((largest * clipping) / 7 || 1);
    const error = vector.reduce((sum, value) => sum + (value - scale * (toNibble(value, scale) - 8)) ** 2, 0);
    if (error < best.error) best = { scale, error };
  }
  return best.scale;
}

function toNibble(value: number, scale: number): number {
  return 8 + Math.max(-8, Math.min(7, Math.round(value / scale)));
}
