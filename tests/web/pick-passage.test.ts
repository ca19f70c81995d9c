import { expect, test } from "vitest";
import type { FoundPassage } from "../../server/api/types.ts";
import { pickPassage } from "../../web/src/sources/why/pick-passage.ts";

const passage = (startLine: number, endLine: number): FoundPassage => ({
  document: "a.txt",
  title: "A",
  headings: [],
  startLine,
  endLine,
  text: "",
  score: 0.5,
});
const found = [passage(30, 40), passage(10, 14), passage(14, 29)];

test.for([
  [{ from: 12, to: 12 }, 10],
  [{ from: 13, to: 20 }, 14],
  [{ from: 14, to: 14 }, 10],
  [{ from: 26, to: 33 }, 30],
] as const)(
  "picks the passage that holds most of lines %j, the better ranked of equals",
  ([lines, startLine]) => {
    expect(pickPassage(found, lines)?.startLine).toBe(startLine);
  },
);

test("picks none where none holds a line", () => {
  expect(pickPassage(found, { from: 1, to: 9 })).toBeNull();
  expect(pickPassage([], { from: 1, to: 9 })).toBeNull();
});
