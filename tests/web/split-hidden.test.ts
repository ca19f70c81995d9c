import { expect, test } from "vitest";
import { splitHidden } from "../../web/src/page/split-hidden.ts";

test("names the characters that show nothing, where they stand", () => {
  expect(splitHidden("a\u0007b\nc")).toEqual([
    { kind: "text", text: "a", start: 0 },
    { kind: "hidden", name: "U+0007", start: 1 },
    { kind: "text", text: "b", start: 2 },
    { kind: "hidden", name: "U+000A", start: 3 },
    { kind: "text", text: "c", start: 4 },
  ]);
});

test.for([
  ["\u202e", "U+202E"],
  ["\u2028", "U+2028"],
  ["\u200b", "U+200B"],
  ["\u00ad", "U+00AD"],
  ["\u3164", "U+3164"],
  ["\ud800", "U+D800"],
  ["\u{e0041}", "U+E0041"],
] as const)("%j is shown as %s", ([character, name]) => {
  expect(splitHidden(character)).toEqual([{ kind: "hidden", name, start: 0 }]);
});

test.for([
  "員工手冊 2024.txt",
  "<img src=x>.txt",
  "❤\ufe0f.md",
  "😀",
  "葛\u{e0100}",
  "👩\u200d🔬",
  "क्\u200dष",
  "a\tb",
])("%s hides nothing", (text) => {
  expect(splitHidden(text)).toEqual([{ kind: "text", text, start: 0 }]);
});
