import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseGlossary } from "../../../ingest/language/glossary.ts";
import { loadThesaurus } from "../../../ingest/language/thesaurus.ts";

describe("parseGlossary", () => {
  test("reads terms and variants, skipping comments and blank lines", () => {
    const text = [
      "\ufeff# institutions",
      "",
      "Policy Address = 施政報告 # yearly",
      "SME; SMEs ＝ 中小企業；中小企",
    ].join("\r\n");
    expect(parseGlossary(text)).toEqual([
      { en: ["Policy Address"], zh: ["施政報告"] },
      { en: ["SME", "SMEs"], zh: ["中小企業", "中小企"] },
    ]);
  });

  test("reads regional, short and colloquial terms behind their tags, each once", () => {
    expect(parseGlossary("taxi; cab = 的士 | cn 出租车; 的士 | tw 計程車 | yue 的士佬")).toEqual([
      { en: ["taxi", "cab"], zh: ["的士", "出租车", "計程車", "的士佬"] },
    ]);
  });

  test.each([
    ["Policy Address 施政報告", 'Glossary line 1: expected one "=" in "Policy Address 施政報告".'],
    ["a = 甲\nb = 乙 = 丙", 'Glossary line 2: expected one "=" in "b = 乙 = 丙".'],
    ["\n\n= 施政報告", 'Glossary line 3: no English term in "= 施政報告".'],
    ["Budget = ;", 'Glossary line 1: no Chinese term in "Budget = ;".'],
    ["tax = 稅 | jp 税金", 'Glossary line 1: "jp 税金" does not begin with cn, tw, abbr, yue.'],
    ["預算 = Budget", 'Glossary line 1: "預算" is not English; the left side is.'],
  ])("refuses %j and says where and how to write it", (text, message) => {
    expect(() => parseGlossary(text)).toThrow(
      `${message} Write "English term; other term = 中文; 變體 | yue 口語".`,
    );
  });

  test("gives back what was written", () => {
    const english = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 &-]{0,8}[A-Za-z]$/);
    const chinese = fc.stringMatching(/^[一-鿿]{1,6}$/);
    const concept = fc.record({
      en: fc.uniqueArray(english, { minLength: 1, maxLength: 3 }),
      zh: fc.uniqueArray(chinese, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(concept), (concepts) => {
        const text = concepts.map(({ en, zh }) => `${en.join("; ")} = ${zh.join("; ")}`).join("\n");
        expect(parseGlossary(text)).toEqual(concepts);
      }),
    );
  });
});

test("the shipped thesaurus has no wording twice on one line", () => {
  for (const { en, zh } of loadThesaurus()) {
    expect(new Set(en)).toHaveLength(en.length);
    expect(new Set(zh)).toHaveLength(zh.length);
  }
});
