import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { phraseWords } from "../../../ingest/language/phrase.ts";

const dictionary = loadDictionary({ thesaurus: [] });
const chineseFor = (phrase: string, from = dictionary) => from.translateToChinese(phraseWords(phrase));
const texts = (phrase: string, from = dictionary) => chineseFor(phrase, from).map(({ text }) => text);

describe("translateToChinese", () => {
  test.each([
    ["government", "政府"],
    ["universities", "大学"],
    ["increases", "增长"],
    ["free trade zone", "自由贸易区"],
    ["United Nations", "联合国"],
    ["typhoon", "台风"],
    ["organisations", "组织"],
    ["People's Bank of China", "中国人民银行"],
  ])("%s gives %s among its best three", (phrase, expected) => {
    expect(texts(phrase).slice(0, 3)).toContain(expected);
  });

  test("looks a derived word up by the words it may derive from, at a lower weight", () => {
    expect(chineseFor("legality")[0]).toEqual({ text: "合法", weight: 0.6 });
  });

  test("weighs 0 to 1, best first, each wording once", () => {
    for (const phrase of ["tax", "united nations", "support", "stop"]) {
      const found = chineseFor(phrase);
      expect(found[0]?.weight).toBe(1);
      expect(found.map(({ weight }) => weight)).toEqual(
        found.map(({ weight }) => weight).toSorted((a, b) => b - a),
      );
      expect(found.every(({ weight }) => weight > 0)).toBe(true);
      expect(new Set(found.map(({ text }) => text))).toHaveLength(found.length);
    }
  });

  test("does not know nonsense", () => {
    expect(texts("qwertzuiop")).toEqual([]);
    expect(texts("")).toEqual([]);
  });

  test.each(["variant of", "surname Wang", "CL"])("has no wording for the reference %j", (phrase) => {
    expect(texts(phrase)).toEqual([]);
  });
});

describe("translateToEnglish", () => {
  test("gives stemmed words, best sense first, whichever the script", () => {
    expect(dictionary.translateToEnglish(fold("發展"))[0]).toEqual({ words: ["development"], weight: 1 });
    expect(dictionary.translateToEnglish(fold("发展"))[0]).toEqual({ words: ["development"], weight: 1 });
    expect(dictionary.translateToEnglish("不是词语")).toEqual([]);
  });
});

describe("extra terms", () => {
  const extraTerms = [{ en: ["Harbour Levy", "HL Scheme"], zh: ["海港徵費", "港費"] }];
  const extended = loadDictionary({ extraTerms, thesaurus: [] });

  test("are found by every wording, in both directions", () => {
    expect(texts("harbor levies", extended)).toEqual(["海港征费", "港费"]);
    expect(texts("HL scheme", extended)).toEqual(["海港征费", "港费"]);
    expect(extended.translateToEnglish("港费").map(({ words }) => words.join(" "))).toEqual([
      "harbor levy",
      "hl scheme",
    ]);
  });

  test("are words of the text", () => {
    expect(extended.longestMatches("增加海港征费").map(({ word }) => word)).toEqual(["增加", "海港征费"]);
  });

  test("come before CC-CEDICT and leave other dictionaries alone", () => {
    const renamed = loadDictionary({ thesaurus: [], extraTerms: [{ en: ["government"], zh: ["衙門"] }] });
    expect(texts("government", renamed).slice(0, 2)).toEqual(["衙门", "政府"]);
    expect(texts("government")[0]).toBe("政府");
    expect(texts("harbor levy")).toEqual([]);
  });
});

test("the shipped thesaurus stands between the extra terms and CC-CEDICT", () => {
  expect(texts("Policy Address", loadDictionary())[0]).toBe("施政报告");
  const renamed = loadDictionary({ extraTerms: [{ en: ["Policy Address"], zh: ["年度報告"] }] });
  expect(texts("Policy Address", renamed).slice(0, 2)).toEqual(["年度报告", "施政报告"]);
});

describe("longestMatches", () => {
  test.each([
    ["香港特别行政区政府", ["香港", "特别行政区", "政府"]],
    ["发展低空经济", ["发展", "低空", "经济"]],
    ["研究生命起源", ["研究", "生命", "起源"]],
    ["ab，的", []],
  ])("covers %s", (text, words) => {
    expect(dictionary.longestMatches(text).map(({ word }) => word)).toEqual(words);
  });

  test("gives ordered words of the text that do not overlap", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."香港政府中国人民银行经济发展，a 1") }), (text) => {
        let last = 0;
        for (const { word, start, end } of dictionary.longestMatches(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(word);
          last = end;
        }
      }),
    );
  });
});
