import { describe, expect, it } from "vitest";
import { allGoldCited } from "../../../evals/metrics/all-gold-cited.ts";
import { answerF1 } from "../../../evals/metrics/answer-f1.ts";
import { citationPrecision } from "../../../evals/metrics/citation-precision.ts";
import { type CheckedCitation, citationValidity } from "../../../evals/metrics/citation-validity.ts";
import { citedLines } from "../../../evals/metrics/cited-lines.ts";
import { conflictFlag, falseConflict } from "../../../evals/metrics/conflict-flag.ts";
import { goldCited } from "../../../evals/metrics/gold-cited.ts";
import { keyFactsShown } from "../../../evals/metrics/key-facts-shown.ts";
import { lineTightness } from "../../../evals/metrics/line-tightness.ts";
import { absent } from "../../../evals/metrics/measure.ts";
import { quoteVerbatim } from "../../../evals/metrics/quote-verbatim.ts";
import { falseRefusal, refusalRecall } from "../../../evals/metrics/refusal.ts";
import type { CheckedAnswer } from "../../../evals/run.ts";

describe("citation validity", () => {
  it.each([
    ["all lines exist", cite(2, 3, ["甲", "乙"]), 1],
    ["the last line is past the end", cite(2, 4, ["甲", "乙"]), 0],
    ["the document does not exist", cite(2, 3, []), 0],
    ["line 0", cite(0, 1, ["甲", "乙"]), 0],
    ["a reversed range", cite(3, 2, ["甲", "乙"]), 0],
  ])("%s", (_, citation, sum) => {
    expect(citationValidity([citation])).toEqual({ sum, count: 1 });
  });

  it("counts each citation once and is absent without citations", () => {
    expect(citationValidity([cite(1, 1, ["甲"]), cite(9, 9, [])])).toEqual({ sum: 1, count: 2 });
    expect(citationValidity([])).toEqual(absent);
  });
});

describe("quote verbatim", () => {
  const lines = ["政府應預留", "", "　十億 元。"];

  it.each([
    ["a quote over a wrapped line", "應預留十億元", 1],
    ["a quote with spaces of its own", "預留 十億\n元。", 1],
    ["a changed number", "預留九億元", 0],
    ["a changed script", "政府应预留", 0],
    ["an empty quote", " ", 0],
  ])("%s", (_, quote, sum) => {
    expect(quoteVerbatim([{ ...cite(5, 7, lines), quote }])).toEqual({ sum, count: 1 });
  });

  it("fails a quote whose lines do not exist and is absent without citations", () => {
    expect(quoteVerbatim([{ ...cite(5, 7, []), quote: "政府" }])).toEqual({ sum: 0, count: 1 });
    expect(quoteVerbatim([])).toEqual(absent);
  });
});

describe("gold cited", () => {
  const gold = { gold: [range(10, 13), range(50, 50)], all: false, match: "half" } as const;

  it("lets citations cover a range together", () => {
    expect(goldCited(gold, [range(10, 10), range(13, 13)])).toEqual({ sum: 1, count: 1 });
    expect(goldCited(gold, [range(10, 10)])).toEqual({ sum: 0, count: 1 });
  });

  it("is the share covered where all are needed", () => {
    expect(goldCited({ ...gold, all: true }, [range(50, 51)])).toEqual({ sum: 0.5, count: 1 });
  });

  it("is 0 for an answer without citations and absent without gold", () => {
    expect(goldCited(gold, [])).toEqual({ sum: 0, count: 1 });
    expect(goldCited({ ...gold, gold: [] }, [range(1, 1)])).toEqual(absent);
  });
});

describe("all gold cited", () => {
  const gold = { gold: [range(10, 11), range(50, 50)], all: true, match: "half" } as const;

  it("is 1 only where every range is cited", () => {
    expect(allGoldCited(gold, [range(10, 11), range(50, 50)])).toEqual({ sum: 1, count: 1 });
    expect(allGoldCited(gold, [range(50, 50)])).toEqual({ sum: 0, count: 1 });
    expect(allGoldCited(gold, [])).toEqual({ sum: 0, count: 1 });
  });

  it("is absent where one range suffices", () => {
    expect(allGoldCited({ ...gold, all: false }, [range(50, 50)])).toEqual(absent);
  });
});

describe("line tightness", () => {
  const gold = { gold: [range(10, 13)], all: false, match: "half" } as const;

  it("is the share of cited lines that are gold, each line once", () => {
    expect(lineTightness(gold, [range(10, 11), range(11, 17)])).toEqual({ sum: 0.5, count: 1 });
  });

  it("is absent where the gold is not cited", () => {
    expect(lineTightness(gold, [range(13, 30)])).toEqual(absent);
    expect(lineTightness({ ...gold, gold: [] }, [range(1, 1)])).toEqual(absent);
  });
});

describe("citation precision", () => {
  it("is the share of citations that touch any gold line", () => {
    const gold = { gold: [range(10, 13)] };
    expect(citationPrecision(gold, [range(13, 30), range(14, 30), range(1, 9)])).toEqual({
      sum: 1,
      count: 3,
    });
  });

  it("is absent without citations and without gold", () => {
    expect(citationPrecision({ gold: [range(10, 13)] }, [])).toEqual(absent);
    expect(citationPrecision({ gold: [] }, [range(1, 1)])).toEqual(absent);
  });
});

describe("cited lines", () => {
  it("counts the distinct lines of one answer", () => {
    const other = { document: "b.txt", startLine: 1, endLine: 1 };
    expect(citedLines([range(1, 3), range(3, 4), other])).toEqual({ sum: 5, count: 1 });
  });

  it("is absent without citations", () => {
    expect(citedLines([])).toEqual(absent);
  });
});

describe("key facts shown", () => {
  const answer = { text: "約有 35.9％ 受訪者[1]打算前往。", citations: [{ quote: "合共68個\n城市" }] };

  it.each([
    ["full-width signs", "35.9%", 1],
    ["a marker in mid-sentence", "受訪者打算", 1],
    ["a fact in the quote only", "68 個城市", 1],
    ["the other script", "受访者打算", 1],
    ["a wrong number", "36.9%", 0],
    ["a fact that spans text and quote", "前往。合共", 0],
  ])("%s", (_, fact, sum) => {
    expect(keyFactsShown([fact], answer)).toEqual({ sum, count: 1 });
  });

  it("counts every fact and is absent without facts", () => {
    expect(keyFactsShown(["35.9%", "沒有"], answer)).toEqual({ sum: 1, count: 2 });
    expect(keyFactsShown([], answer)).toEqual(absent);
  });
});

describe("answer F1", () => {
  const reference = { gold: [{ ...range(1, 1), quote: "分店有 35 間。" }], all: false, must: [] };

  it.each([
    ["word for word", "文件說：\n分店有 35 間。 [1]", 1],
    ["in the other script and width", "分店有 ３５ 间 [1]", 1],
    ["half of it more", "分店有 35 間，甲乙丙丁戊 [1]", 2 / 3],
    ["something else", "不知道", 0],
    ["an empty answer", "", 0],
  ])("%s", (_, text, f1) => {
    expect(answerF1(reference, says(text)).sum).toBeCloseTo(f1);
    expect(answerF1(reference, says(text)).count).toBe(1);
  });

  it("takes the closest reference, all of them where all are needed, and else the key facts", () => {
    const gold = [...reference.gold, { ...range(2, 2), quote: "員工 120 人。" }];
    expect(answerF1({ ...reference, gold }, says("員工 120 人")).sum).toBe(1);
    expect(answerF1({ ...reference, gold, all: true }, says("員工 120 人")).sum).toBeCloseTo(8 / 13);
    expect(
      answerF1({ ...reference, gold: [], must: [["35 branches", "35 shops"]] }, says("35 branches")).sum,
    ).toBe(1);
  });

  it("is 0 for a refusal, and absent without a reference in the answer's language", () => {
    const refused = { ...says("找不到"), answer: { ...says("找不到").answer, status: "not_found" as const } };
    expect(answerF1(reference, refused)).toEqual({ sum: 0, count: 1 });
    expect(answerF1(reference, says("There are 35 branches."))).toEqual(absent);
    expect(answerF1({ ...reference, gold: [] }, says("分店"))).toEqual(absent);
  });
});

describe("conflict flagged", () => {
  const gold = [range(5, 5), { ...range(5, 5), document: "b.txt" }];
  const cited = [
    { ...cite(5, 5, ["甲"]), marker: 1 },
    { ...cite(9, 9, ["乙"]), marker: 2 },
    { ...cite(5, 5, ["丙"]), document: "b.txt", marker: 3 },
  ];

  it.each([
    ["both documents", [[1], [3]], 1, 1],
    ["one document twice", [[1], [1]], 0, 1],
    ["lines that are not gold", [[2], [3]], 0, 1],
    ["markers that point nowhere", [[7], [3]], 0, 1],
  ])("%s", (_, sides, flagged, invented) => {
    const asked = says("…", cited, [{ sides: sides.map((citations) => ({ value: "5", citations })) }]);
    expect(conflictFlag({ kind: "conflict", gold }, asked)).toEqual({ sum: flagged, count: 1 });
    expect(falseConflict({ kind: "date", gold }, asked)).toEqual({ sum: invented, count: 1 });
  });

  it("is 0 where nothing is said of it, and absent for other questions", () => {
    expect(conflictFlag({ kind: "conflict", gold }, says("…", cited))).toEqual({ sum: 0, count: 1 });
    expect(falseConflict({ kind: "date", gold }, says("…", cited))).toEqual({ sum: 0, count: 1 });
    expect(conflictFlag({ kind: "date", gold }, says("…", cited))).toEqual(absent);
    expect(falseConflict({ kind: "compare", gold }, says("…", cited))).toEqual(absent);
  });
});

describe("refusal", () => {
  it.each([
    [true, "not_found", { sum: 1, count: 1 }, absent],
    [true, "answered", { sum: 0, count: 1 }, absent],
    [false, "not_found", absent, { sum: 1, count: 1 }],
    [false, "answered", absent, { sum: 0, count: 1 }],
  ] as const)("to be refused: %s, status %s", (toBeRefused, status, recall, mistaken) => {
    expect(refusalRecall({ toBeRefused, status })).toEqual(recall);
    expect(falseRefusal({ toBeRefused, status })).toEqual(mistaken);
  });
});

function says(
  text: string,
  citations: CheckedAnswer["answer"]["citations"] = [],
  conflicts: CheckedAnswer["answer"]["conflicts"] = undefined,
): CheckedAnswer {
  const answer = {
    status: "answered" as const,
    text,
    language: "zh-Hant",
    mode: "model",
    citations,
    conflicts,
  };
  return { answer, retrieved: [], citations: [] };
}

function range(startLine: number, endLine: number) {
  return { document: "a.txt", startLine, endLine };
}

function cite(startLine: number, endLine: number, texts: readonly string[]): CheckedCitation {
  const first = Math.max(1, Math.min(startLine, endLine));
  return {
    ...range(startLine, endLine),
    quote: "甲",
    lines: texts.map((text, index) => ({ number: first + index, text })),
  };
}
