import { mix } from "../hash.ts";

/** Numbers in [0, 1) that the given whole numbers alone decide, so that any worker draws the same for a sample. */
export type Random = () => number;

export function createRandom(...seeds: readonly number[]): Random {
  let state = seeds.reduce((mixed, seed) => mix(mixed ^ mix(seed + 0x9e3779b9)), 0x2545f491);
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state) / 2 ** 32;
  };
}

/** A whole number in [0, count). */
export function pick(random: Random, count: number): number {
  return Math.min(count - 1, Math.floor(random() * count));
}
