import { expect, test } from "vitest";
import { joinMarkers } from "../../web/src/answer/join-markers.ts";
import { parseAnswer } from "../../web/src/answer/parse-answer.ts";

test.each([
  ["目標是添加動力。 [1]", ["目標是添加動", "力。 [1]"]],
  ["It asks for apartments. [1]", ["It asks for ", "apartments. [1]"]],
  ["第三季（R&D）[1][2]完。", ["第三季（R&", "D）[1][2]", "完。"]],
  ["a word [1] [2] and more", ["a ", "word [1] [2]", " and more"]],
  ["所以**很重要**[1]", ["所以", "很重", "要[1]"]],
  ["[1] 開首", ["[1]", " 開首"]],
  ["力 [1] [2] [3] [4] [5]", ["力 [1] [2] [3] [4]", " [5]"]],
  ["沒有標記", ["沒有標記"]],
])("the markers of %j keep to the word before them", (text, groups) => {
  const line = parseAnswer(text)[0]?.lines[0] ?? [];
  const shown = joinMarkers(line).map((inlines) =>
    inlines.map((inline) => (inline.kind === "marker" ? `[${inline.marker}]` : inline.text)).join(""),
  );
  expect(shown).toEqual(groups);
});
