import { expect, test } from "vitest";
import { describeDay } from "../../web/src/conversations/describe-day.ts";

const today = new Date(2026, 10, 21, 0, 5);

test.for([
  [new Date(2026, 10, 21, 0, 1), "Today", "今天"],
  [new Date(2026, 10, 20, 23, 59), "Yesterday", "昨天"],
  [new Date(2026, 10, 19, 12), "Thursday", "星期四"],
  [new Date(2026, 10, 15, 12), "Sunday", "星期日"],
  [new Date(2026, 10, 14, 12), "14 November 2026", "2026年11月14日"],
  [new Date(2026, 10, 22, 12), "22 November 2026", "2026年11月22日"],
] as const)("%s is called %s", ([day, english, chinese]) => {
  expect(describeDay(day, today, "en")).toBe(english);
  expect(describeDay(day, today, "zh-Hant")).toBe(chinese);
});
