import { expect, test } from "vitest";
import { chooseLines, isSameRange, isWithin } from "../../web/src/sources/line-range.ts";
import { linesOfPart, partOf, partsAround } from "../../web/src/sources/text/line-parts.ts";

test.for([
  [9, 7, { from: 7, to: 9 }],
  [5, 7, { from: 5, to: 7 }],
  [7, 7, { from: 7, to: 7 }],
] as const)("line %j after %j chooses %j", ([line, anchor, chosen]) => {
  expect(chooseLines(line, anchor)).toEqual(chosen);
});

test("a line is within its range and not within the next, nor within none", () => {
  expect([2, 3, 5, 6].map((line) => isWithin(line, { from: 3, to: 5 }))).toEqual([false, true, true, false]);
  expect(isWithin(1, null)).toBe(false);
  expect([isSameRange(null, null), isSameRange({ from: 1, to: 2 }, { from: 1, to: 3 })]).toEqual([
    true,
    false,
  ]);
});

test.for([
  [{ from: 1, to: 30 }, 1300, [0]],
  [{ from: 280, to: 320 }, 1300, [0, 1]],
  [{ from: 500, to: 540 }, 1300, [0, 1]],
  [{ from: 540, to: 560 }, 1300, [1]],
  [{ from: 1280, to: 1300 }, 1300, [2, 3]],
  [{ from: 1, to: 0 }, 0, [0]],
] as const)("around lines %j of %j are the parts %j", ([lines, lineCount, parts]) => {
  expect(partsAround(lines, lineCount)).toEqual(parts);
});

test("every line is in the part that says so", () => {
  for (const line of [1, 400, 401, 800, 99_999]) {
    const { from, to } = linesOfPart(partOf(line));
    expect(from <= line && line <= to && to - from === 399).toBe(true);
  }
});
