import { describe, expect, it } from "vitest";
import { learnSounds } from "../../../ingest/language/sounds/learn-sounds.ts";
import { spellInChinese } from "../../../ingest/language/sounds/spell-in-chinese.ts";
import { writeSounds } from "../../../ingest/language/sounds/write-sounds.ts";

/** Whether two characters stand together in a text. */
const inText = (text: string) => (pair: string) => text.includes(pair);
const best = (name: string, text: string) => spellInChinese(name, inText(text))[0]?.text;

describe("spellInChinese", () => {
  it.each([
    ["Jacksonville", "杰克逊维尔位于佛罗里达州", "杰克逊维尔"],
    ["Shelley", "诗人雪莱的作品", "雪莱"],
    ["Brownlee", "布朗利认为", "布朗利"],
    ["Halford", "哈尔福德和麦金德", "哈尔福德"],
    ["Goldenson", "戈登森的合并计划", "戈登森"],
  ])("finds %s in %s", (name, text, spelling) => {
    expect(best(name, text)).toBe(spelling);
  });

  it("drops a last consonant that the Chinese form leaves out", () => {
    expect(best("Huguenot", "胡格诺派教徒")).toBe("胡格诺");
  });

  it("reads letters with accents", () => {
    expect(best("Renée", "雷尼")).toBe(best("Renee", "雷尼"));
  });

  it("gives nothing where the characters of no known sound stand together", () => {
    expect(spellInChinese("Jacksonville", inText("香港的經濟政策"))).toEqual([]);
    expect(spellInChinese("", () => true)).toEqual([]);
    expect(spellInChinese("數字經濟", () => true)).toEqual([]);
  });
});

describe("learnSounds", () => {
  it("learns which letters each character stands for from whole names", () => {
    const counts = learnSounds([
      { characters: "马丁", letters: "martin" },
      { characters: "马克", letters: "mark" },
      { characters: "丁克", letters: "tink" },
      { characters: "克丁", letters: "ktin" },
    ]);
    const likeliest = (character: string) =>
      [...(counts.get(character) ?? [])].sort(([, one], [, other]) => other - one)[0]?.[0];
    expect([likeliest("马"), likeliest("丁"), likeliest("克")]).toEqual(["mar", "tin", "k"]);
  });

  it("learns the same table from the same names", () => {
    const names = [
      { characters: "马丁", letters: "martin" },
      { characters: "马克", letters: "mark" },
    ];
    expect(writeSounds(learnSounds(names))).toBe(writeSounds(learnSounds(names)));
  });
});
