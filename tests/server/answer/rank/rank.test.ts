import { describe, expect, it } from "vitest";
import type { DocumentSummary, KnowledgeBase, TermGroup } from "../../../../ingest/index/knowledge-base.ts";
import { findDocumentEvidence } from "../../../../server/answer/rank/document-evidence.ts";
import { createRunMeasure } from "../../../../server/answer/rank/longest-run.ts";
import { isComparing, takeOfEach } from "../../../../server/answer/rank/several-documents.ts";
import { scoreFeatures, weights } from "../../../../server/answer/rank/weights.ts";

/** A base of documents known by organisation, short name and year. */
function baseOf(...names: readonly (readonly [id: string, alias: string, year: number])[]): KnowledgeBase {
  const documents = names.map(
    ([id, alias, year]): DocumentSummary => ({
      id,
      title: `對 ${year} 年的建議`,
      organisation: null,
      aliases: [alias],
      date: null,
      year,
      language: "zh-Hant",
      lineCount: 1,
      furnitureCount: 0,
      passageCount: 1,
    }),
  );
  return { documents: () => documents } as unknown as KnowledgeBase;
}

const group = (...terms: readonly string[]): TermGroup => ({
  label: terms.join(),
  weight: 1,
  alternatives: [{ terms, weight: 1 }],
});

describe("findDocumentEvidence", () => {
  const base = baseOf(
    ["a", "廠商會", 2024],
    ["b", "廠商會", 2025],
    ["c", "工總", 2023],
    ["d", "經民聯", 2024],
  );

  it("names best the document that fits organisation and year together", () => {
    const { byDocument } = findDocumentEvidence([group("厂商", "商会"), group("2025")], base);
    expect(byDocument.get("b")).toBe(1);
    expect(byDocument.get("a")).toBeLessThan(0.7);
    expect(byDocument.has("c")).toBe(false);
  });

  it("tells the groups that name documents from those that ask for something", () => {
    const naming = group("工总");
    const asking = group("退税");
    expect([...findDocumentEvidence([naming, asking], base).naming]).toEqual([naming]);
  });

  it("takes a word that stands in most names for no name", () => {
    const common = findDocumentEvidence([group("建议")], base);
    expect(common.byDocument.size).toBe(0);
    expect(common.naming.size).toBe(0);
  });
});

describe("isComparing", () => {
  it.each([
    ["ESG 稅務優惠，2024 年和 2025 年有甚麼分別？", true],
    ["邊個講得出實際數字？", true],
    ["廠商會兩年嘅講法一唔一樣？", true],
    ["How much did it grow between 2016 and 2022?", false],
    ["香港在亞太和全球分別排第幾？", false],
    ["出口信用保險局邊個月推出保費半價？", false],
    ["Which groups press for joining RCEP?", true],
    ["How do both papers differ on halal trade?", true],
    ["廠商會 2025 年建議怎樣支援清真市場？", false],
    ["What does the CMA ask for on ESG?", false],
  ])("%s → %s", (question, expected) => {
    expect(isComparing(question)).toBe(expected);
  });
});

describe("takeOfEach", () => {
  const ranked = ["a1", "a2", "a3", "a4", "b1", "c1", "b2"].map((id) => ({ id, document: id[0] ?? "" }));
  const order = (named: string, isComparing: boolean, limit = 7) => {
    const evidence = { byDocument: new Map([...named].map((id) => [id, 1])), naming: new Set<TermGroup>() };
    return takeOfEach(ranked, evidence, { limit, isComparing })
      .map(({ id }) => id)
      .join(" ");
  };

  it("opens a comparison with the best passage of each document that is named", () => {
    expect(order("ac", true)).toBe("a1 c1 a2 a3 a4 b1 b2");
  });

  it("keeps a share for each document that is named, however far down it stands", () => {
    expect(order("ac", false, 4)).toBe("a1 a2 a3 c1");
    expect(order("bc", false, 3)).toBe("a1 b1 c1");
  });

  it("leaves the order where one document is named, or more than a question can mean", () => {
    expect(order("c", true, 4)).toBe("a1 a2 a3 a4");
    expect(order("abcdef", true, 4)).toBe("a1 a2 a3 a4");
  });
});

describe("createRunMeasure", () => {
  it.each([
    ["數碼轉型支援", "推行數碼轉型支援先導計劃", 6],
    ["數碼 轉型", "數碼轉型", 2],
    ["甲乙", "乙甲", 0],
    ["", "甲", 0],
    ["甲乙丙 甲乙丁戊", "甲乙丁戊，甲乙丙", 4],
    ["一二三四五六七八九十", "一二三四五六七八九十", 8],
  ])("measures the longest run of '%s' in '%s' as %i", (question, text, expected) => {
    expect(createRunMeasure(question, 8)(text)).toBe(expected);
  });
});

describe("scoreFeatures", () => {
  const none = { lexical: 0, dense: 0, alignment: 0, sentence: 0, heading: 0, document: 0, run: 0 };

  it("lies between 0 and 1 and rises with every feature that has a weight", () => {
    expect(scoreFeatures(none)).toBe(0);
    expect(
      scoreFeatures({ lexical: 1, dense: 1, alignment: 1, sentence: 1, heading: 1, document: 1, run: 1 }),
    ).toBe(1);
    for (const [name, weight] of Object.entries(weights)) {
      const score = scoreFeatures({ ...none, [name]: 1 });
      if (weight > 0) expect(score).toBeGreaterThan(0);
      else expect(score).toBe(0);
    }
  });
});
