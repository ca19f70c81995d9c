import { describe, expect, it } from "vitest";
import { isFollowUp, isToBeRefused, parseCases } from "../../evals/datasets/case.ts";

const row = {
  id: "c1",
  lang: "zh-Hant",
  question: "問題？",
  type: "fact",
  gold: [{ doc: "a/b.txt", start: 3, end: 5 }],
};

describe("parseCases", () => {
  it("fills the defaults and gives ranges the API's names", () => {
    expect(parseCases(`${JSON.stringify(row)}\n\n`, "x.jsonl")).toEqual([
      {
        ...row,
        gold: [{ document: "a/b.txt", startLine: 3, endLine: 5 }],
        all: false,
        must: [],
        mustNot: [],
        history: [],
        match: "half",
        answerLines: [],
        documents: [],
      },
    ]);
  });

  it("keeps what finds gold again, sorts the row and gives its facts several wordings", () => {
    const gold = [{ doc: "a/b.txt", start: 3, end: 3, quote: "原文" }];
    const written = { ...row, gold, kind: "date", triple: "t", must: ["2024", ["三月", "March"]] };
    expect(parseCases(JSON.stringify(written), "x.jsonl")).toMatchObject([
      {
        gold: [{ document: "a/b.txt", startLine: 3, endLine: 3, quote: "原文" }],
        kind: "date",
        triple: "t",
        must: ["2024", ["三月", "March"]],
      },
    ]);
  });

  it.each([
    ["a missing question", { ...row, question: undefined }, /x\.jsonl:2 question: /],
    ["an unknown language", { ...row, lang: "fr" }, /x\.jsonl:2 lang: /],
    ["an unknown kind", { ...row, kind: "riddle" }, /x\.jsonl:2 kind: /],
    ["an empty quote", { ...row, gold: [{ ...row.gold[0], quote: "" }] }, /x\.jsonl:2 gold\.0\.quote: /],
    ["a fact without a wording", { ...row, must: [[]] }, /x\.jsonl:2 must\.0: /],
    ["a line number of 0", { ...row, gold: [{ doc: "a", start: 0, end: 1 }] }, /x\.jsonl:2 gold\.0\.start: /],
    ["a reversed range", { ...row, gold: [{ doc: "a", start: 4, end: 1 }] }, /x\.jsonl:2 gold\.0\.end: /],
    ["an answerable question without gold", { ...row, gold: [] }, /x\.jsonl:2 gold: an answerable/],
    ["a repeated id", { ...row, id: "c0" }, /x\.jsonl:2 id: c0 is already used on line 1/],
  ])("names file, line and field of %s", (_, broken, message) => {
    const text = `${JSON.stringify({ ...row, id: "c0" })}\n${JSON.stringify(broken)}`;
    expect(() => parseCases(text, "x.jsonl")).toThrow(message);
  });

  it("names the line that is not JSON", () => {
    expect(() => parseCases("{oops", "x.jsonl")).toThrow(/x\.jsonl:1 \(the whole line, as JSON\)/);
  });

  it("reports every broken line at once", () => {
    expect(() => parseCases('{"id":1}\n{oops', "x.jsonl")).toThrow(/x\.jsonl:1 id[\s\S]*x\.jsonl:2/);
  });
});

describe("kinds of case", () => {
  it.each([
    ["unanswerable", true],
    ["injection", true],
    ["chat", true],
    ["fact", false],
  ])("%s is to be refused: %s", (type, expected) => {
    expect(isToBeRefused({ type })).toBe(expected);
  });

  it("calls a case with history a follow-up", () => {
    expect(isFollowUp({ history: [] })).toBe(false);
    expect(isFollowUp({ history: [{ role: "user", content: "earlier" }] })).toBe(true);
  });
});
