import { expect, test } from "vitest";
import { highlightPlaces, placeFrom } from "../../web/src/sources/find/highlights.ts";
import { orderCitations } from "../../web/src/sources/order-citations.ts";
import { currentHeading } from "../../web/src/sources/outline/current-heading.ts";

const place = (startLine: number, start: number, endLine: number, end: number) => ({
  startLine,
  start,
  endLine,
  end,
});

test("a place over a line end is marked to the end of the first line and from the start of the next", () => {
  const highlights = highlightPlaces([place(2, 3, 2, 5), place(2, 8, 4, 1)], 1);
  expect([...highlights]).toEqual([
    [
      2,
      [
        { start: 3, end: 5, isCurrent: false },
        { start: 8, end: Number.POSITIVE_INFINITY, isCurrent: true },
      ],
    ],
    [3, [{ start: 0, end: Number.POSITIVE_INFINITY, isCurrent: true }]],
    [4, [{ start: 0, end: 1, isCurrent: true }]],
  ]);
});

test("the first place gone to is the next one from the line in view, and past the last the first", () => {
  const places = [place(5, 0, 5, 1), place(9, 0, 9, 1)];
  expect([1, 5, 6, 10].map((line) => placeFrom(places, line))).toEqual([0, 0, 1, 0]);
  expect(placeFrom([], 1)).toBe(null);
});

test("a line stands under the last heading before it", () => {
  const headings = [{ line: 3 }, { line: 8 }];
  expect([1, 3, 7, 8, 99].map((line) => currentHeading(headings, line))).toEqual([null, 0, 0, 1, 1]);
});

test("citations are stepped through as the text shows them, without those it does not show", () => {
  const citation = (marker: number) => ({
    marker,
    document: "a.txt",
    title: "A",
    startLine: marker,
    endLine: marker,
    page: null,
    quote: "x",
    url: "",
  });
  const ordered = orderCitations({ text: "b [2] a [1] b [2]", citations: [1, 2, 3].map(citation) });
  expect(ordered.map(({ marker }) => marker)).toEqual([2, 1]);
});
