import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRunFinder } from "../../evals/common-runs.ts";

describe("common runs", () => {
  it.each([
    ["香港是國際都會", "我們說香港是家", "香港是", 3],
    ["abcabd", "xxabdabc", "abd", 2],
    ["abc", "xyz", "", 3],
    ["", "abc", "", 3],
    ["𠮷野家𠮷", "我去𠮷野家", "𠮷野家", 2],
  ])("finds the longest run of %s in %s", (source, examined, text, offset) => {
    const found = createRunFinder(source).longest(examined);
    expect(found.text).toBe(text);
    if (text !== "") expect(found.offset).toBe(offset);
  });

  it("lists every maximal run of at least the minimum, in order", () => {
    const finder = createRunFinder("0123456789abcdefghij");
    expect(finder.atLeast(4, "..2345..abcde..789..efgh")).toEqual([
      { text: "2345", offset: 2 },
      { text: "abcde", offset: 8 },
      { text: "efgh", offset: 20 },
    ]);
  });

  it("lists overlapping runs that neither contains", () => {
    expect(createRunFinder("abcd-cdef").atLeast(4, "abcdef")).toEqual([
      { text: "abcd", offset: 0 },
      { text: "cdef", offset: 2 },
    ]);
  });

  it("agrees with trying every substring", () => {
    const word = fc
      .array(fc.constantFrom("a", "b", "c"), { maxLength: 30 })
      .map((letters) => letters.join(""));
    fc.assert(
      fc.property(word, word, (source, examined) => {
        expect(createRunFinder(source).longest(examined).text.length).toBe(longestByTrying(source, examined));
      }),
    );
  });
});

function longestByTrying(source: string, examined: string): number {
  let longest = 0;
  for (let start = 0; start < examined.length; start++) {
    while (source.includes(examined.slice(start, start + longest + 1)) && start + longest < examined.length)
      longest++;
  }
  return longest;
}
