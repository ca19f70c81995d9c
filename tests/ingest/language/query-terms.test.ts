import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDictionary } from "../../../ingest/language/dictionary.ts";
import { type QueryOptions, queryGroups } from "../../../ingest/language/query-terms.ts";
import { indexTerms } from "../../../ingest/language/tokens.ts";

const extraTerms = [
  { en: ["Harbour Levy", "HL Scheme"], zh: ["海港徵費", "港費"] },
  { en: ["Belt and Road"], zh: ["一帶一路"] },
  { en: ["Trade Development Council", "HKTDC"], zh: ["貿易發展局", "貿發局"] },
];
const dictionary = loadDictionary({ extraTerms, thesaurus: [] });
const groupsOf = (question: string, options?: QueryOptions) => queryGroups(question, dictionary, options);
const groupOf = (question: string, label: string) =>
  groupsOf(question).find((group) => group.label === label);
const labels = (question: string, options?: QueryOptions) =>
  groupsOf(question, options).map(({ label }) => label);

describe("an English question", () => {
  test("becomes one group per telling word, with its translations as bigrams", () => {
    expect(labels("What does the government say about taxes?")).toEqual(["government", "taxes"]);
    const government = groupOf("the government", "government");
    expect(government?.weight).toBe(1);
    expect(government?.alternatives[0]).toEqual({ terms: ["government"], weight: 1 });
    expect(government?.alternatives).toContainEqual({ terms: ["政府"], weight: 1 });
  });

  test("keeps a dictionary phrase together and its words beside it, lighter", () => {
    expect(groupsOf("Who pays the harbour levies?").map(({ label, weight }) => [label, weight])).toEqual([
      ["pays", 1],
      ["harbour levies", 1],
      ["harbour", 0.4],
      ["levies", 0.4],
    ]);
    expect(groupOf("Who pays the harbour levies?", "harbour levies")?.alternatives).toEqual([
      { terms: ["harbor", "levy"], weight: 1 },
      { terms: ["hl", "scheme"], weight: 1 },
      { terms: ["海港", "港征", "征费"], weight: 1 },
      { terms: ["港费"], weight: 0.9 },
    ]);
  });

  test("matches function words within a phrase by the others", () => {
    expect(groupOf("Is the Belt and Road growing?", "Belt and Road")?.alternatives[0]).toEqual({
      terms: ["belt", "road"],
      weight: 1,
    });
  });

  test("does not join words across punctuation", () => {
    expect(labels("harbour, levy")).toEqual(["harbour", "levy"]);
  });

  test("gives single Chinese characters less weight", () => {
    expect(groupOf("tax", "tax")?.alternatives).toContainEqual({ terms: ["税"], weight: 0.3 });
  });
});

describe("numbers and names", () => {
  test.each([
    ["In 2024?", "2024", 1.5, [{ terms: ["2024"], weight: 1 }]],
    [
      "RAISe+ 計劃",
      "RAISe+",
      1,
      [
        { terms: ["raise+"], weight: 1 },
        { terms: ["rais"], weight: 0.5 },
      ],
    ],
  ])("%s holds %s as it stands", (question, label, weight, expected) => {
    const group = groupOf(question, label);
    expect(group?.weight).toBe(weight);
    expect(group?.alternatives.slice(0, expected.length)).toEqual(expected);
  });

  test("an acronym finds its Chinese name, in a Chinese question too", () => {
    expect(groupOf("HKTDC 有什麼建議？", "HKTDC")?.alternatives).toContainEqual({
      terms: ["贸发", "发局"],
      weight: 0.9,
    });
  });
});

describe("a Chinese question", () => {
  test("becomes bigrams, lighter single characters, and English wordings of its words", () => {
    expect(groupsOf("稅率是多少？").map(({ label, weight }) => [label, weight])).toEqual([
      ["稅", 0.3],
      ["稅率", 1],
      ["率", 0.3],
      ["率是", 0.2],
      ["稅率 → en", 0.3],
    ]);
  });

  test("gives the same terms in both scripts", () => {
    const termsOf = (question: string) => groupsOf(question).map(({ alternatives }) => alternatives);
    expect(termsOf("政府怎樣發展經濟？")).toEqual(termsOf("政府怎样发展经济？"));
  });

  test("finds the other wordings of a glossary term", () => {
    expect(groupOf("海港徵費", "海港徵費 → zh")?.alternatives).toEqual([
      { terms: ["海港", "港征", "征费"], weight: 1 },
      { terms: ["港费"], weight: 1 },
    ]);
    expect(groupOf("港費", "港費 → en")?.alternatives[0]).toEqual({ terms: ["harbor", "levy"], weight: 1 });
  });

  test("stays in Chinese when the other language weighs nothing", () => {
    expect(labels("經濟", { crossLanguageWeight: 0 })).toEqual(["經", "經濟", "濟"]);
  });
});

test.each(["What is it?", "為什麼呢", "?!", ""])("%j looks for nothing", (question) => {
  expect(groupsOf(question)).toEqual([]);
});

test("any text gives differently labelled groups of terms the index knows", () => {
  const words = fc.constantFrom(
    "政府",
    "的",
    "稅",
    "什麼",
    "harbour",
    "levy",
    "the",
    "2024",
    "39E",
    "R&D",
    ", ",
    " ",
    "+",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
      const groups = groupsOf(parts.join(""), { maximumAlternatives: 5 });
      expect(new Set(groups.map(({ label }) => label.toLowerCase()))).toHaveLength(groups.length);
      for (const { weight, alternatives } of groups) {
        expect(weight).toBeGreaterThan(0);
        expect(alternatives.length).toBeGreaterThan(0);
        expect(alternatives.length).toBeLessThanOrEqual(5);
        for (const { terms } of alternatives) {
          expect(terms.length).toBeGreaterThan(0);
          for (const term of terms.filter((name) => !/[a-z+&]/.test(name))) {
            expect(indexTerms(term).has(term)).toBe(true);
          }
        }
      }
    }),
  );
});
