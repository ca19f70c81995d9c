import { describe, expect, test } from "vitest";
import { type Block, type Inline, parseAnswer } from "../../web/src/answer/parse-answer.ts";

describe("parseAnswer", () => {
  test("reads a lead line, group headers and quotes", () => {
    const text =
      "相關原文如下：\n\n**甲會 2024**\n- 第一句。 [1]\n- 第二句。[2][1]\n\n**乙會**\n- 第三句。 [3]";
    expect(parseAnswer(text).map(describeBlock)).toEqual([
      "paragraph: 相關原文如下：",
      "group: *甲會 2024*",
      "list: 第一句。 ‹1› | 第二句。‹2›‹1›",
      "group: *乙會*",
      "list: 第三句。 ‹3›",
    ]);
  });

  test("keeps line breaks inside a paragraph and parts paragraphs at blank lines", () => {
    expect(parseAnswer("a\nb\n\n\nc\n").map(describeBlock)).toEqual(["paragraph: a | b", "paragraph: c"]);
  });

  test("keeps a list whole across blank lines", () => {
    expect(parseAnswer("- a\n\n- b\nend").map(describeBlock)).toEqual(["list: a | b", "paragraph: end"]);
  });

  test("leaves every other mark as the characters it is", () => {
    const text = '# <b>x</b> [link](https://example.com) ![image](a.png) *y* - z [2024年] <img src="a">';
    expect(parseAnswer(text).map(describeBlock)).toEqual([`paragraph: ${text}`]);
  });

  test("takes strong words and markers in the middle of a line", () => {
    expect(parseAnswer("a **b** c[12]d").map(describeBlock)).toEqual(["paragraph: a *b* c‹12›d"]);
  });

  test("gives each piece its place in the text", () => {
    const text = "lead\n- a **b** c [1]\n- d";
    const pieces = parseAnswer(text).flatMap(({ lines }) => lines.flat());
    expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
      "lead",
      "a ",
      "**b**",
      " c ",
      "[1]",
      "d",
    ]);
  });

  test("gives nothing for nothing", () => {
    expect(parseAnswer("")).toEqual([]);
    expect(parseAnswer(" \n\n")).toEqual([]);
  });
});

function describeBlock({ kind, lines }: Block): string {
  return `${kind}: ${lines.map((line) => line.map(describeInline).join("")).join(" | ")}`;
}

function describeInline(inline: Inline): string {
  if (inline.kind === "marker") return `‹${inline.marker}›`;
  return inline.kind === "strong" ? `*${inline.text}*` : inline.text;
}
