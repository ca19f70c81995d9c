import { expect, test } from "vitest";
import { cleanHeading, isGeneric } from "../../web/src/start/clean-heading.ts";

test.for([
  ["建議 8：制定全面的工業規劃", "制定全面的工業規劃"],
  ["建議 11（乙）：破格推進北都", "破格推進北都"],
  ["倡議三：強化「灣區標準」", "強化「灣區標準」"],
  ["二、新製造（建議 4 至 7）", "新製造"],
  ["第三章 申請資格", "申請資格"],
  ["第12條　病假津貼", "病假津貼"],
  ["（一）年假安排", "年假安排"],
  ["2.2 先進電子部件", "先進電子部件"],
  ["4. 跨境電商", "跨境電商"],
  ["• 一、低空經濟", "低空經濟"],
  ["Part 2: Annual leave", "Annual leave"],
  ["IV. Travel claims", "Travel claims"],
  ["(a) Travel claims", "Travel claims"],
  ["2025 年施政報告", "2025 年施政報告"],
  ["發展低空經濟。", "發展低空經濟"],
  ["5G networks", "5G networks"],
  ["A fair share", "A fair share"],
] as const)("%s is asked about as %s", ([heading, topic]) => {
  expect(cleanHeading(heading)).toBe(topic);
});

test("does not ask about the beginning of a list or a sentence", () => {
  expect(cleanHeading("對此，本會有如下建議：")).toBeNull();
  expect(cleanHeading("The following apply:")).toBeNull();
});

test("does not ask about the header row of a table", () => {
  expect(cleanHeading("| 年度 | 期初 | 期末 |")).toBeNull();
});

test("does not ask about a heading too short to mean anything, or as long as a sentence", () => {
  expect(cleanHeading("一、")).toBeNull();
  expect(cleanHeading("ESG")).toBeNull();
  expect(cleanHeading("長".repeat(49))).toBeNull();
});

test.for(["文件概覽", "附錄：香港的六大優勢", "目录", "1. Introduction", "Table of contents", "Appendix A"])(
  "%s is a part of any document",
  (heading) => {
    expect(isGeneric(heading)).toBe(true);
  },
);

test.for(["低空經濟", "Imported labour", "A new overview of costs"])("%s is a subject", (heading) => {
  expect(isGeneric(heading)).toBe(false);
});
