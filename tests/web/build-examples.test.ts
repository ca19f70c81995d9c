import { expect, test } from "vitest";
import { buildExamples } from "../../web/src/start/build-examples.ts";

test("asks about each topic in another wording, four at most", () => {
  expect(buildExamples(["A", "B"], "en")).toEqual([
    { wording: "exampleSaid", topic: "A" },
    { wording: "exampleAdvice", topic: "B" },
  ]);
  const wordings = buildExamples(["A", "B", "C", "D", "E"], "en").map(({ wording }) => wording);
  expect(new Set(wordings).size).toBe(4);
  expect(buildExamples([], "en")).toEqual([]);
});

test("makes the quotation marks inside a topic the inner ones", () => {
  const topicIn = (topic: string, reader: "zh-Hant" | "zh-Hans" | "en") =>
    buildExamples([topic], reader)[0]?.topic;
  expect(topicIn("三個「新」", "zh-Hant")).toBe("三個『新』");
  expect(topicIn("三个“新”", "zh-Hans")).toBe("三个‘新’");
  expect(topicIn("三个「新」", "zh-Hans")).toBe("三个‘新’");
  expect(topicIn("The “new”", "en")).toBe("The ‘new’");
});
