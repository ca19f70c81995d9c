import { describe, expect, it } from "vitest";
import { compareBriefs } from "../../evals/overlap.ts";

const papers = [
  { name: "first.txt", text: "甲乙丙丁戊己庚辛壬癸\n\n子丑寅卯辰巳午未申酉戌亥" },
  { name: "second.txt", text: "the quick brown fox jumps over the lazy dog" },
];

describe("compareBriefs", () => {
  it("finds a run through line breaks and widths, with the paper it comes from", () => {
    const briefs = [{ name: "a.zh.md", text: "另說：己庚辛 壬癸子丑\n寅卯辰巳午未申酉戌！" }];
    expect(compareBriefs(briefs, papers, { names: [] })).toEqual([
      {
        brief: "a.zh.md",
        paper: "first.txt",
        longest: { text: "己庚辛壬癸子丑寅卯辰巳午未申酉戌", offset: 3 },
        runs: [{ text: "己庚辛壬癸子丑寅卯辰巳午未申酉戌", offset: 3, paper: "first.txt" }],
      },
    ]);
  });

  it("lets a run of one character less pass, and names its length all the same", () => {
    const [overlap] = compareBriefs([{ name: "a", text: "庚辛壬癸子丑寅卯辰巳午未申酉戌" }], papers, {
      names: [],
    });
    expect(overlap?.runs).toEqual([]);
    expect(overlap?.longest.text).toBe("庚辛壬癸子丑寅卯辰巳午未申酉戌");
  });

  it.each([
    ["the name alone", "己庚辛壬癸子丑寅卯辰巳午未申酉戌", 0],
    ["the name with 7 characters around it", "丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥一二三", 0],
    ["the name with 8 characters around it", "乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥一二三", 1],
  ])("weighs %s", (_, text, expected) => {
    const paper = { name: "p", text: "甲乙丙丁戊己庚辛壬癸 子丑寅卯辰巳午未申酉戌亥一二三四" };
    const names = ["《己庚辛壬癸子丑寅卯辰巳午未申酉戌》"];
    expect(compareBriefs([{ name: "a", text }], [paper], { names })[0]?.runs.length).toBe(expected);
  });

  it("reports runs with a paper the brief is not about", () => {
    const text = "甲乙丙丁戊己庚辛壬癸子丑寅卯 the quick brown fox";
    const [overlap] = compareBriefs([{ name: "a", text }], papers, { names: [] });
    expect(overlap?.runs.map(({ text, paper }) => [text, paper])).toEqual([
      ["thequickbrownfox", "second.txt"],
    ]);
  });
});
