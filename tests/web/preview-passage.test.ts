import { expect, test } from "vitest";
import { previewPassage } from "../../web/src/answer/preview-passage.ts";

test("leaves out the headings above it, and the marks of lists", () => {
  const text = "### 建議 7：搶人才\n文件列舉例子：\n- 歐盟\n\n- 法國 - 巴黎";
  expect(previewPassage({ text, headings: ["二、策略", "建議 7：搶人才"] })).toBe(
    "文件列舉例子： 歐盟 法國 - 巴黎",
  );
});
