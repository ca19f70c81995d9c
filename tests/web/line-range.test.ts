import { expect, test } from "vitest";
import { isWithin, windowAfter, windowAround, windowBefore } from "../../web/src/sources/line-range.ts";

test.for([
  [null, { from: 1, to: 400 }],
  [
    { from: 3, to: 5 },
    { from: 1, to: 400 },
  ],
  [
    { from: 1000, to: 1000 },
    { from: 800, to: 1199 },
  ],
  [
    { from: 1000, to: 1020 },
    { from: 810, to: 1209 },
  ],
  [
    { from: 1000, to: 5000 },
    { from: 999, to: 1398 },
  ],
] as const)("opens the lines around %j", ([target, expected]) => {
  expect(windowAround(target)).toEqual(expected);
});

test("asks for the lines next to those it has, 400 at a time", () => {
  expect(windowBefore({ from: 800, to: 1199 })).toEqual({ from: 400, to: 799 });
  expect(windowBefore({ from: 30, to: 429 })).toEqual({ from: 1, to: 29 });
  expect(windowAfter({ from: 800, to: 1199 })).toEqual({ from: 1200, to: 1599 });
});

test("knows lines that are loaded", () => {
  expect(isWithin({ from: 5, to: 6 }, { from: 1, to: 6 })).toBe(true);
  expect(isWithin({ from: 5, to: 7 }, { from: 1, to: 6 })).toBe(false);
});
