import { describe, expect, it } from "vitest";
import { averagePrecision } from "../../../evals/metrics/average-precision.ts";
import { discountedGain } from "../../../evals/metrics/discounted-gain.ts";
import { documentHitAtK } from "../../../evals/metrics/document-hit.ts";
import { lineHitAtK } from "../../../evals/metrics/line-hit.ts";
import {
  countSharedLines,
  isHit,
  isHitTogether,
  type LineRange,
} from "../../../evals/metrics/line-overlap.ts";
import { absent, meanOf, pool } from "../../../evals/metrics/measure.ts";
import { recallAtK } from "../../../evals/metrics/recall-at-k.ts";
import { reciprocalRank } from "../../../evals/metrics/reciprocal-rank.ts";

describe("line overlap", () => {
  it.each([
    ["the same lines", lines(10, 13), lines(10, 13), 4, true],
    ["exactly half", lines(10, 13), lines(12, 40), 2, true],
    ["less than half", lines(10, 13), lines(13, 40), 1, false],
    ["one line of an odd span", lines(10, 12), lines(1, 10), 1, false],
    ["neighbours", lines(10, 13), lines(14, 20), 0, false],
    ["another document", lines(10, 13), lines(10, 13, "b.txt"), 0, false],
  ])("%s", (_, gold, returned, shared, hit) => {
    expect(countSharedLines(gold, returned)).toBe(shared);
    expect(isHit(gold, returned)).toBe(hit);
  });

  it("takes one line as enough by the rule any, and none as too little", () => {
    expect(isHit(lines(10, 13), lines(13, 40), "any")).toBe(true);
    expect(isHit(lines(10, 13), lines(14, 40), "any")).toBe(false);
  });

  it("adds ranges up only where they count together, each line once", () => {
    const gold = lines(10, 15);
    expect(isHitTogether(gold, [lines(10, 10), lines(12, 12), lines(14, 14)])).toBe(true);
    expect(isHitTogether(gold, [lines(10, 11), lines(10, 11)])).toBe(false);
    expect(isHitTogether(gold, [lines(10, 11), lines(12, 15, "b.txt")])).toBe(false);
  });
});

describe("recall at k", () => {
  const ranked = [lines(50, 60), lines(1, 5), lines(20, 30)];

  it("is 1 from the rank at which any gold range is hit", () => {
    const gold = { gold: [lines(90, 91), lines(2, 3)], all: false, match: "half" } as const;
    expect(recallAtK(gold, ranked, 1)).toEqual({ sum: 0, count: 1 });
    expect(recallAtK(gold, ranked, 2)).toEqual({ sum: 1, count: 1 });
  });

  it("is the share of gold ranges where all are needed", () => {
    const gold = {
      gold: [lines(2, 3), lines(22, 23), lines(90, 91), lines(95, 95)],
      all: true,
      match: "half",
    } as const;
    expect(recallAtK(gold, ranked, 2)).toEqual({ sum: 0.25, count: 1 });
    expect(recallAtK(gold, ranked, 10)).toEqual({ sum: 0.5, count: 1 });
  });

  it("is 0 when nothing is returned and absent without gold", () => {
    expect(recallAtK({ gold: [lines(1, 1)], all: false, match: "half" }, [], 5)).toEqual({
      sum: 0,
      count: 1,
    });
    expect(recallAtK({ gold: [], all: false, match: "half" }, ranked, 5)).toEqual(absent);
  });

  it("follows the case's match rule", () => {
    const gold = { gold: [lines(5, 14)], all: false } as const;
    expect(recallAtK({ ...gold, match: "half" }, ranked, 10).sum).toBe(0);
    expect(recallAtK({ ...gold, match: "any" }, ranked, 10).sum).toBe(1);
  });
});

describe("reciprocal rank", () => {
  const gold = { gold: [lines(20, 21)], all: false, match: "half" } as const;
  const miss = lines(1, 2);

  it.each([
    ["first", [lines(20, 21)], 1],
    ["third", [miss, miss, lines(20, 21)], 1 / 3],
    ["eleventh", [...Array<LineRange>(10).fill(miss), lines(20, 21)], 0],
    ["nowhere", [miss], 0],
  ])("of a hit that stands %s", (_, ranked, expected) => {
    expect(reciprocalRank(gold, ranked)).toEqual({ sum: expected, count: 1 });
  });

  it("is absent without gold", () => {
    expect(reciprocalRank({ ...gold, gold: [] }, [miss])).toEqual(absent);
  });
});

describe("discounted gain", () => {
  const both = { gold: [lines(20, 21), lines(40, 41)], all: true, match: "half" } as const;
  const miss = lines(1, 2);
  const second = 1 / Math.log2(3);

  it.each([
    ["both ranges on top", [lines(20, 21), lines(40, 41)], 1],
    ["one of two, first", [lines(40, 41)], 1 / (1 + second)],
    ["the same range twice", [lines(20, 21), lines(20, 21)], 1 / (1 + second)],
    ["both in one passage, second", [miss, lines(10, 50)], (2 * second) / (1 + second)],
    ["both in one passage, first", [lines(10, 50)], 1],
    ["nothing", [miss], 0],
  ])("of %s", (_, ranked, expected) => {
    expect(discountedGain(both, ranked).sum).toBeCloseTo(expected, 12);
  });

  it("asks for one range only where one suffices, and is absent without gold", () => {
    expect(discountedGain({ ...both, all: false }, [miss, lines(40, 41)])).toEqual({ sum: second, count: 1 });
    expect(discountedGain({ ...both, gold: [] }, [miss])).toEqual(absent);
  });
});

describe("average precision", () => {
  const gold = { gold: [lines(10, 11), lines(40, 41)], match: "half" } as const;
  const miss = lines(1, 2);

  it.each([
    ["both on top", [lines(10, 11), lines(40, 41), miss], 1],
    ["the second after a miss", [lines(10, 11), miss, lines(40, 41)], (1 + 2 / 3) / 2],
    ["one, in the third place", [miss, miss, lines(10, 11)], 1 / 3],
    ["none", [miss], 0],
  ])("%s", (_, ranked, expected) => {
    expect(averagePrecision(gold, ranked)).toEqual({ sum: expected, count: 1 });
  });

  it("is absent without gold", () => {
    expect(averagePrecision({ ...gold, gold: [] }, [miss])).toEqual(absent);
  });
});

describe("line hit and document hit", () => {
  const gold = { gold: [lines(20, 21)], all: true, match: "half" } as const;

  it("tell the wrong place of the right document from the wrong document", () => {
    const ranked = [lines(1, 2, "b.txt"), lines(1, 2), lines(20, 21)];
    expect([1, 2, 3].map((k) => lineHitAtK(gold, ranked, k).sum)).toEqual([0, 0, 1]);
    expect([1, 2, 3].map((k) => documentHitAtK(gold, ranked, k).sum)).toEqual([0, 1, 1]);
  });

  it("are absent without gold", () => {
    expect(lineHitAtK({ ...gold, gold: [] }, [lines(1, 2)], 5)).toEqual(absent);
    expect(documentHitAtK({ gold: [] }, [lines(1, 2)], 5)).toEqual(absent);
  });
});

describe("pooling", () => {
  it("adds sums and counts, so that absent measures weigh nothing", () => {
    const pooled = pool([{ sum: 1, count: 1 }, absent, { sum: 1, count: 4 }]);
    expect(pooled).toEqual({ sum: 2, count: 5 });
    expect(meanOf(pooled)).toBe(0.4);
  });

  it("has no mean without data", () => {
    expect(meanOf(pool([absent, absent]))).toBeUndefined();
    expect(meanOf(pool([]))).toBeUndefined();
  });
});

function lines(startLine: number, endLine: number, document = "a.txt"): LineRange {
  return { document, startLine, endLine };
}
