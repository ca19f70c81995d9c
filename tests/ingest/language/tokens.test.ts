import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../../ingest/language/fold.ts";
import { indexTerms, tokenize } from "../../../ingest/language/tokens.ts";

const terms = (text: string) => tokenize(text).map(({ term }) => term);

describe("tokenize", () => {
  test.each([
    ["施政報告", ["施", "施政", "政", "政报", "报", "报告", "告"]],
    ["港", ["港"]],
    ["用 AI 嗎", ["用", "ai", "吗"]],
    ["𠮷野", ["𠮷", "𠮷野", "野"]],
    ["universities' policies", ["university", "policy"]],
    ["Low-altitude economy", ["low", "altitud", "economy"]],
    ["the govern- ment of", ["the", "govern", "government", "ment", "of"]],
    ["long- term plans", ["long", "longterm", "term", "plan"]],
    ["short- and long-term", ["short", "and", "long", "term"]],
    ["RAISe+ Scheme", ["rais", "raise+", "scheme"]],
    ["Health@InnoHK", ["health", "innohk"]],
    ["R&D and S&P", ["r&d", "and", "s&p"]],
    ["the U.S. economy", ["the", "us", "economy"]],
    ["B2B 39E", ["b2b", "39e", "39"]],
    ["HK$1,234,567.80, 35.9%", ["hk", "1234567.80", "35.9"]],
    ["1,2,3", ["1", "2", "3"]],
    ["2024.10.16", ["2024", "10", "16"]],
    ["the 1980s", ["the", "1980s", "1980"]],
    ["ﬁnance", ["financ"]],
    ["ＧＤＰ　２０２４", ["gdp", "2024"]],
    ["二零二四年", ["二", "二零", "零", "零二", "二", "二四", "四", "四年", "年", "2024"]],
    ["", []],
  ])("reads %s", (text, expected) => {
    expect(terms(text).toSorted()).toEqual(expected.toSorted());
  });

  test("names kinds and offsets in the original text", () => {
    expect(tokenize("佔 ３５.9%")).toEqual([
      { term: "占", start: 0, end: 1, kind: "cjk1" },
      { term: "35.9", start: 2, end: 6, kind: "number" },
    ]);
  });

  test("gives Chinese tokens whose terms are the folded text at their offsets", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...TEXT_UNITS) }), (text) => {
        for (const { term, start, end, kind } of tokenize(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(term).not.toMatch(/\s/);
          if (kind.startsWith("cjk")) expect(term).toBe(fold(text.slice(start, end)));
        }
      }),
    );
  });

  test("gives the same tokens for the folded text of both scripts", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."國家发發展經济着著，ab 12") }), (text) => {
        expect(tokenize(fold(text)).map(({ term }) => term)).toEqual(terms(text));
      }),
    );
  });

  test("knows a very long word by its beginning", () => {
    expect(tokenize("x".repeat(100_000))).toEqual([
      { term: "x".repeat(64), start: 0, end: 100_000, kind: "word" },
    ]);
  });

  test("takes time linear in the text", () => {
    const text = "三".repeat(200_000) + "a&".repeat(100_000) + "1,111".repeat(50_000);
    const start = performance.now();
    tokenize(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

const TEXT_UNITS = [..."國家发展經濟𠮷三十二零〇カー的 ,.-+&@'aBcI12%，。", "’", "ﬁ", "\ud840", "\n"];

describe("indexTerms", () => {
  test("counts each term", () => {
    expect(indexTerms("經濟经济 tax taxes")).toEqual(
      new Map([
        ["经", 2],
        ["经济", 2],
        ["济", 2],
        ["济经", 1],
        ["tax", 2],
      ]),
    );
  });
});

describe("what cannot be seen", () => {
  const termsOf = (text: string) => tokenize(text).map(({ term }) => term);

  test.each([
    ["[R011] letters with separate accents", "cafe\u0301 Zu\u0308rich", "café Zürich"],
    ["[R012] soft hyphens", "indus\u00adtrial pol\u00adicy", "industrial policy"],
    ["[R012] zero-width marks", "創\u200b新\u2060科技", "創新科技"],
    ["[R012] direction marks", "\u202e創新\u202c科技", "創新科技"],
    ["variation selectors", "葛\ufe00飾", "葛飾"],
  ])("%s change no term", (_name, hidden, plain) => {
    expect(termsOf(hidden)).toEqual(termsOf(plain));
  });

  test("offsets still lead to the place in the text as it stands", () => {
    const text = "\u200b創\u200b新 cafe\u0301!";
    expect(tokenize(text).map(({ term, start, end }) => [term, text.slice(start, end)])).toEqual([
      ["创", "創"],
      ["创新", "創\u200b新"],
      ["新", "新"],
      ["cafe", "cafe\u0301"],
    ]);
  });
});
