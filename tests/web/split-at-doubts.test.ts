import { expect, test } from "vitest";
import { parseAnswer } from "../../web/src/answer/parse-answer.ts";
import type { Doubt } from "../../web/src/answer/place-sentences.ts";
import { splitAtDoubts } from "../../web/src/answer/split-at-doubts.ts";

test("cuts a line where a doubtful sentence begins and ends", () => {
  expect(split("Good. Bad. [1] Good.", "Bad. [1]")).toEqual(["Good. ", "(Bad. [1])", " Good."]);
});

test("marks a strong stretch whole", () => {
  expect(split("**Bad** words. Good.", "Bad** words.")).toEqual(["(**Bad** words.)", " Good."]);
});

test("labels a sentence over two lines only where it ends", () => {
  const text = "Bad\nwords. Good.";
  expect(split(text, "Bad\nwords.")).toEqual(["(Bad", "(words.)", " Good."]);
});

function split(text: string, doubtful: string): string[] {
  const start = text.indexOf(doubtful);
  const doubt: Doubt = { verdict: "partial", start, end: start + doubtful.length };
  const runs = parseAnswer(text).flatMap(({ lines }) =>
    lines.flatMap((line) => splitAtDoubts(line, [doubt])),
  );
  return runs.map(({ doubt: found, isLast, inlines }) => {
    const words = inlines.map((inline) => text.slice(inline.start, inline.end)).join("");
    return found === null ? words : `(${words}${isLast ? ")" : ""}`;
  });
}
