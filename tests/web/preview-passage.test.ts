import { expect, test } from "vitest";
import { previewPassage, shownHeadings } from "../../web/src/answer/preview-passage.ts";

test("leaves out the headings above it, and the marks of lists", () => {
  const text = "### 建議 7：搶人才\n文件列舉例子：\n- 歐盟\n\n- 法國 - 巴黎";
  expect(previewPassage({ text, headings: ["二、策略", "建議 7：搶人才"] })).toBe(
    "文件列舉例子： 歐盟 法國 - 巴黎",
  );
});

test("reads the rows of a table as their cells, and leaves a bar in a sentence", () => {
  const text = "| 路線 | 產業 |\n|---|:--:|\n| 科技 | 人工智能、新材料 |\nEither | or";
  expect(previewPassage({ text, headings: [] })).toBe("路線 · 產業 科技 · 人工智能、新材料 Either | or");
});

test("names each heading once, and not the title again", () => {
  const headings = ["年報 2024", "建議 5：高地", "### 建議 5：高地"];
  expect(shownHeadings({ title: "年報　2024", headings })).toEqual(["建議 5：高地"]);
});
