import { expect, it } from "vitest";
import { quotedItems, withoutMarks } from "../../../server/answer/quoted-items.ts";

const lay = (sentences: readonly string[]) => quotedItems(sentences).map(withoutMarks);

it("begins a line for each item of a list and each row of a table, without their marks", () => {
  expect(lay(["- 工資：可下調。", "- 配額：**可撤銷**。", "可再檢討。"])).toEqual([
    "工資：可下調。",
    "配額：可撤銷。可再檢討。",
  ]);
  expect(lay(["| 申請 | 27 萬宗 |", "| 批出 | 17 萬宗 |"])).toEqual(["申請 | 27 萬宗", "批出 | 17 萬宗"]);
});

it("leaves the words as they stand in the source", () => {
  expect(quotedItems(["- **工資**：可下調。", "| 申請 | 27 萬宗 |"])).toEqual([
    "- **工資**：可下調。",
    "| 申請 | 27 萬宗 |",
  ]);
});

it("keeps the sentences of one paragraph together, whatever dashes stand in them", () => {
  expect(lay(["It rose.", "A fall of -5% followed.", "|x| grew."])).toEqual([
    "It rose. A fall of -5% followed. |x| grew.",
  ]);
  expect(lay(["- 5%"])).toEqual(["5%"]);
});
