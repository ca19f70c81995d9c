import { expect, test } from "vitest";
import { describeDuration, describeTime } from "../../web/src/documents/describe-time.ts";

test.for([
  [0, "0 seconds"],
  [1680, "1.7 seconds"],
  [9960, "10 seconds"],
  [42_400, "42 seconds"],
  [59_700, "1 minute 0 seconds"],
  [185_000, "3 minutes 5 seconds"],
] as const)("%i ms took %s", ([ms, expected]) => {
  expect(describeDuration(ms, "en")).toBe(expected);
});

test("says a moment in the reader's language, and leaves what is no date as it is", () => {
  expect(describeTime("2026-11-21T10:09:28.593Z", "en")).toContain("21 November 2026");
  expect(describeTime("2026-11-21T10:09:28.593Z", "zh-Hant")).toContain("2026年11月21日");
  expect(describeTime("yesterday", "en")).toBe("yesterday");
});
