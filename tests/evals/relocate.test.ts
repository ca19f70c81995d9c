import { describe, expect, it } from "vitest";
import { parseCases } from "../../evals/datasets/case.ts";
import { createRelocator } from "../../evals/datasets/relocate.ts";
import { relocateGold } from "../../evals/datasets/relocate-gold.ts";

describe("createRelocator", () => {
  it.each([
    ["where it was", ["甲", "政府應預留", "十億元。"], 2, "政府應預留十億元", [2, 3]],
    ["lines further down", ["序", "", "序", "甲", "預留十億元"], 2, "預留十億元", [5, 5]],
    ["on two lines where a line was wrapped", ["預留十", "億元"], 1, "預留十億元", [1, 2]],
    ["on one line where two were joined", ["甲 乙"], 1, "甲\n乙", [1, 1]],
    ["around an empty line", ["甲", "", "乙"], 1, "甲乙", [1, 3]],
    ["at the nearer of two places", ["同", "二", "三", "四", "同"], 4, "同", [5, 5]],
    ["past a character of two code units", ["𠮷野", "家"], 1, "家", [2, 2]],
  ] as const)("finds a quote %s", (_, lines, startLine, quote, [first, last]) => {
    const wanted = { document: "a.txt", startLine, endLine: startLine, quote };
    expect(createRelocator(lines)(wanted)).toEqual({ document: "a.txt", startLine: first, endLine: last });
  });

  it.each([
    ["a changed number", ["預留九億元"], "預留十億元"],
    ["a document that is gone", [], "預留十億元"],
    ["a quote of blanks", ["甲"], " \n"],
  ])("finds nothing for %s", (_, lines, quote) => {
    expect(createRelocator(lines)({ document: "a.txt", startLine: 1, endLine: 1, quote })).toBeNull();
  });
});

describe("relocateGold", () => {
  const row = { lang: "zh-Hant", question: "？", type: "fact" };
  const at = (start: number, quote?: string) => ({
    doc: "a.txt",
    start,
    end: start,
    ...(quote && { quote }),
  });
  const readDocument = async () => ["新加的一行", "甲", "乙"];

  it("moves quoted gold with its quote and leaves gold without a quote", async () => {
    const text = [
      JSON.stringify({ ...row, id: "moved", gold: [at(1, "甲")] }),
      JSON.stringify({ ...row, id: "bare", gold: [at(1)] }),
    ].join("\n");
    const found = await relocateGold(parseCases(text, "x.jsonl"), readDocument);
    expect(found.map(({ gold }) => gold)).toEqual([
      [{ document: "a.txt", startLine: 2, endLine: 2, quote: "甲" }],
      [{ document: "a.txt", startLine: 1, endLine: 1 }],
    ]);
  });

  it("fails, naming every case, where quotes are gone", async () => {
    const text = [
      JSON.stringify({ ...row, id: "lost-1", gold: [at(1, "丙")] }),
      JSON.stringify({ ...row, id: "lost-2", gold: [at(2, "甲"), at(1, "丁")] }),
    ].join("\n");
    await expect(relocateGold(parseCases(text, "x.jsonl"), readDocument)).rejects.toThrow(
      /lost-1: a\.txt no longer holds "丙"\nlost-2: a\.txt no longer holds "丁"/,
    );
  });
});
