import { afterAll, beforeAll, expect, test } from "vitest";
import { type PublishedTexts, publishTexts } from "../server/answer/published-texts.ts";

let published: PublishedTexts;

beforeAll(async () => {
  published = await publishTexts({
    "plan.md": [
      "# The harbour plan",
      "",
      "## Ferries",
      "",
      'The "heading"] of every ferry is checked.',
      "",
      "### Fares",
      "",
      "Fares stay as they are.",
      "",
      "## Piers **and** quays",
      "",
      "Four piers are rebuilt.",
    ].join("\n"),
    "plain.txt": "No headings here.\n",
  });
});

afterAll(() => published.remove());

test("a document's headings come in order with their lines and depths, without its title", () => {
  expect(published.base.headings("plan.md")).toEqual([
    { line: 3, level: 1, text: "Ferries" },
    { line: 7, level: 2, text: "Fares" },
    { line: 11, level: 1, text: "Piers and quays" },
  ]);
});

test("a document without headings, or one that is not there, has none", () => {
  expect(published.base.headings("plain.txt")).toEqual([]);
  expect(published.base.headings("gone.txt")).toEqual([]);
});
