import { expect, it } from "vitest";
import { quotedItems } from "../../../server/answer/extractive/quoted-items.ts";

it("begins a line for each item of a list and each row of a table, without their marks", () => {
  expect(quotedItems(["- 工資：可下調。", "- 配額：**可撤銷**。", "可再檢討。"])).toEqual([
    "工資：可下調。",
    "配額：可撤銷。可再檢討。",
  ]);
  expect(quotedItems(["| 申請 | 27 萬宗 |", "| 批出 | 17 萬宗 |"])).toEqual([
    "申請 | 27 萬宗",
    "批出 | 17 萬宗",
  ]);
});

it("keeps the sentences of one paragraph together, whatever dashes stand in them", () => {
  expect(quotedItems(["It rose.", "A fall of -5% followed.", "|x| grew."])).toEqual([
    "It rose. A fall of -5% followed. |x| grew.",
  ]);
  expect(quotedItems(["- 5%"])).toEqual(["5%"]);
});
