import { expect, test } from "vitest";
import { fold } from "../../../ingest/language/fold.ts";
import { blankStopPhrases, isEnglishStopWord, isStopCharacter } from "../../../ingest/language/stop-words.ts";

test.each([
  ["施政報告有什麼建議？", "施政报告   建议?"],
  ["點解要加稅", "  要加税"],
  ["廠商會嘅建議係乜嘢", "厂商会 建议系  "],
  ["为什么", "   "],
])("%s keeps what carries meaning", (question, kept) => {
  expect(blankStopPhrases(fold(question))).toBe(kept);
});

test("English function words are stop words, names in capitals are not", () => {
  expect(["What", "is", "THE", "doesn’t"].every(isEnglishStopWord)).toBe(true);
  expect(["US", "IT", "tax", "WHO"].some(isEnglishStopWord)).toBe(false);
});

test("function characters of Mandarin and Cantonese are stop characters", () => {
  expect([...fold("的嘅喺唔哋點")].map(isStopCharacter)).toEqual([true, true, true, true, true, false]);
});
