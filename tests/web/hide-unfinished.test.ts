import { expect, test } from "vitest";
import { hideUnfinished } from "../../web/src/answer/hide-unfinished.ts";

test.for([
  ["whole words", "whole words"],
  ["a [", "a "],
  ["a [1", "a "],
  ["a [1]", "a [1]"],
  ["a\n*", "a\n"],
  ["a\n**", "a\n"],
  ["a\n**甲", "a\n**甲**"],
  ["a\n**甲*", "a\n**甲**"],
  ["a\n**甲**", "a\n**甲**"],
  ["a [1 of the line above\nb", "a [1 of the line above\nb"],
] as const)("shows %j of a draft as %j", ([draft, shown]) => {
  expect(hideUnfinished(draft)).toBe(shown);
});
