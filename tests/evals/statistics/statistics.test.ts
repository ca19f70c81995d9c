import { describe, expect, it } from "vitest";
import { absent, type Measure, measureOf } from "../../../evals/metrics/measure.ts";
import { bootstrapInterval } from "../../../evals/statistics/bootstrap.ts";
import { correctRate } from "../../../evals/statistics/corrected-rate.ts";
import { kappa } from "../../../evals/statistics/kappa.ts";
import { percentile } from "../../../evals/statistics/percentile.ts";
import { signFlipTest } from "../../../evals/statistics/sign-flip.ts";
import { toUnits } from "../../../evals/statistics/units.ts";

describe("the bootstrap interval", () => {
  it("comes near the normal interval of a share of 300 questions", () => {
    const units = Array.from({ length: 300 }, (_, index) => measureOf(index < 285));
    const interval = bootstrapInterval(units);
    // .95 ± 1.96 · sqrt(.95 · .05 / 300)
    expect(interval?.lo).toBeCloseTo(0.925, 2);
    expect(interval?.hi).toBeCloseTo(0.974, 2);
  });

  it("is the same for the same seed and another for another", () => {
    const units = Array.from({ length: 40 }, (_, index) => ({ sum: index / 40, count: 1 }));
    expect(bootstrapInterval(units, { seed: 1 })).toEqual(bootstrapInterval(units, { seed: 1 }));
    expect(bootstrapInterval(units, { seed: 1 })).not.toEqual(bootstrapInterval(units, { seed: 2 }));
  });

  it("is a point where all units are alike, and null without any", () => {
    expect(bootstrapInterval([measureOf(true), measureOf(true)])).toEqual({ lo: 1, hi: 1 });
    expect(bootstrapInterval([])).toBeNull();
  });

  it("weighs a unit by how many things it counts", () => {
    const interval = bootstrapInterval([{ sum: 99, count: 99 }, measureOf(false)]);
    expect(interval).toEqual({ lo: 0, hi: 1 });
  });
});

describe("the sign-flip test", () => {
  it.each([
    ["five falls and no rise", [-1, -1, -1, -1, -1], 1 / 32],
    ["four falls and no rise", [-1, -1, -1, -1], 1 / 16],
    ["as many rises as falls", [1, -1], 3 / 4],
    ["rises only", [1, 1, 1], 1],
  ])("agrees with counting every case: %s", (_, changes, expected) => {
    expect(signFlipTest(changes)).toBeCloseTo(expected, 1);
    expect(Math.abs(signFlipTest(changes) - expected)).toBeLessThan(0.01);
  });

  it("is not moved by questions that stay as they were", () => {
    expect(signFlipTest([-1, -1, -1, -1, -1, ...Array<number>(400).fill(0)])).toBe(
      signFlipTest([-1, -1, -1, -1, -1]),
    );
  });

  it("finds nothing where nothing changed", () => {
    expect(signFlipTest([0, 0])).toBe(1);
    expect(signFlipTest([])).toBe(1);
  });
});

describe("units", () => {
  it("put questions of one triple together and leave out what was not measured", () => {
    const rows: readonly [string, Measure][] = [
      ["a", measureOf(true)],
      ["b", absent],
      ["a", measureOf(false)],
      ["c", measureOf(true)],
    ];
    expect(toUnits(rows, { keyOf: ([key]) => key, measureOf: ([, measure]) => measure })).toEqual([
      { sum: 1, count: 2 },
      { sum: 1, count: 1 },
    ]);
  });
});

describe("a percentile", () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4], 0.95, 4],
    [[7], 0.05, 7],
    [[], 0.5, null],
  ])("of %j at %d is %j", (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe("kappa", () => {
  const rate = (pairs: string) =>
    pairs.split(" ").map(([left, right]) => ({ left: left === "y", right: right === "y" }));

  it.each([
    ["all alike", "yy yy nn", 1],
    ["never alike", "yn ny", -1],
    ["as chance has it", "yy yn ny nn", 0],
    ["Cohen's rule by hand: .7 alike, .5 by chance", "yy yy yy yn yn ny nn nn nn nn", 0.4],
  ])("%s", (_, pairs, expected) => {
    expect(kappa(rate(pairs))).toBeCloseTo(expected);
  });

  it("is null without ratings and where nothing was left to chance", () => {
    expect(kappa([])).toBeNull();
    expect(kappa(rate("yy yy"))).toBeNull();
  });
});

describe("a corrected rate", () => {
  it.each([
    [0.8, 1, 1, 0.8],
    // Of 100 with 90 supported: 90 · .9 + 10 · .2 = 83 are called so.
    [0.83, 0.9, 0.8, 0.9],
    [0.05, 0.9, 0.8, 0],
    [0.99, 0.9, 0.8, 1],
  ])("%d at sensitivity %d and specificity %d is %d", (observed, sensitivity, specificity, expected) => {
    expect(correctRate(observed, { sensitivity, specificity })).toBeCloseTo(expected);
  });

  it("is null for a judge that tells nothing apart", () => {
    expect(correctRate(0.8, { sensitivity: 0.5, specificity: 0.5 })).toBeNull();
  });
});
