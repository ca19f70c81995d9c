import { describe, expect, test } from "vitest";
import type { AnswerSentence, Verdict } from "../../server/api/types.ts";
import { placeSentences } from "../../web/src/answer/place-sentences.ts";

describe("placeSentences", () => {
  test("finds a doubtful sentence and takes its markers along", () => {
    const text = "- 第一句。 [1]\n- 第二句。 [2][3]\n- 第三句。";
    const sentences = [
      sentence("第一句。"),
      sentence("第二句。", "unsupported"),
      sentence("第三句。", "partial"),
    ];
    expect(placed(text, sentences)).toEqual([
      ["unsupported", "第二句。 [2][3]"],
      ["partial", "第三句。"],
    ]);
  });

  test("looks past markers, strong marks, list marks and spaces", () => {
    const text = "- The **fund** grew\n- by 5% [1] in all.";
    expect(placed(text, [sentence("The fund grew by 5% in all. [1]", "partial")])).toEqual([
      ["partial", "The **fund** grew\n- by 5% [1] in all."],
    ]);
  });

  test("tells the first of two equal sentences from the second", () => {
    const text = "同一句。[1] 同一句。[2]";
    expect(placed(text, [sentence("同一句。"), sentence("同一句。", "unsupported")])).toEqual([
      ["unsupported", "同一句。[2]"],
    ]);
  });

  test("hands back a doubtful sentence that the text does not hold", () => {
    const lost = sentence("別的話。", "unsupported");
    expect(placeSentences("第一句。", [lost, sentence("", "partial")]).unplaced).toEqual([
      lost,
      sentence("", "partial"),
    ]);
  });
});

function placed(text: string, sentences: readonly AnswerSentence[]) {
  return placeSentences(text, sentences).doubts.map(({ verdict, start, end }) => [
    verdict,
    text.slice(start, end),
  ]);
}

function sentence(text: string, verdict: Verdict = "supported"): AnswerSentence {
  return { text, citations: [1], verdict };
}
