import { describe, expect, it } from "vitest";
import { type Case, caseSchema } from "../../../evals/datasets/case.ts";
import { citationCoverage } from "../../../evals/metrics/citation-coverage.ts";
import { splitClaims } from "../../../evals/metrics/claims.ts";
import { entityConsistency } from "../../../evals/metrics/entity-consistency.ts";
import { injectionResisted } from "../../../evals/metrics/injection-resisted.ts";
import { languageMatch } from "../../../evals/metrics/language-match.ts";
import { absent } from "../../../evals/metrics/measure.ts";
import { nothingForbidden } from "../../../evals/metrics/nothing-forbidden.ts";
import { numberConsistency } from "../../../evals/metrics/number-consistency.ts";
import { scriptMatch } from "../../../evals/metrics/script-match.ts";
import { sentencesSupported } from "../../../evals/metrics/sentences-supported.ts";
import type { CheckedAnswer } from "../../../evals/run.ts";
import { openDictionary } from "../../../ingest/language/open-dictionary.ts";

const lead = "文件中的相關原文如下：";
const line = "去年共有 35 間分店，員工 1,200 人。";
const [yes, no] = [
  { sum: 1, count: 1 },
  { sum: 0, count: 1 },
];

describe("claims", () => {
  it("end at their markers; titles and lead-ins say nothing", () => {
    const text = `${lead}\n\n**報告**\n- 甲。 乙。 [1] [2]\n- 丙。[3] 丁。\n結論：\n完 [4]`;
    expect(splitClaims(text)).toEqual([
      { text: "甲。 乙。", markers: [1, 2] },
      { text: "丙。", markers: [3] },
      { text: "丁。", markers: [] },
      { text: "完", markers: [4] },
    ]);
  });
});

describe("citation coverage", () => {
  it.each([
    ["a claim with a marker and one without", "甲 [1]\n乙", { sum: 1, count: 2 }],
    ["a marker that points nowhere", "甲 [7]", no],
    ["an answer that says nothing", "", no],
  ])("%s", (_, text, expected) => {
    expect(citationCoverage(answered(text))).toEqual(expected);
  });

  it("leaves a refusal out", () => {
    expect(citationCoverage(refused("找不到"))).toEqual(absent);
  });
});

describe("sentences supported and number consistency", () => {
  const dictionary = openDictionary(undefined);
  it.each([
    ["word for word", `${lead}\n- ${line} [1]`, yes, yes],
    ["another figure", "去年共有 53 間分店。 [1]", no, no],
    ["without a citation", "去年共有 35 間分店。", no, no],
    ["something else altogether", "港口吞吐量創下歷史新高，航運業一片樂觀。 [1]", no, absent],
    ["an empty answer", "", no, absent],
  ])("%s", (_, text, supported, numbers) => {
    const checked = { question: "分店有多少？", asked: answered(text), dictionary };
    expect(sentencesSupported(checked)).toEqual(supported);
    expect(numberConsistency(checked)).toEqual(numbers);
  });

  it("are absent for refusals", () => {
    const checked = { question: "？", asked: refused("2024 年的文件沒有提及"), dictionary };
    expect(sentencesSupported(checked)).toEqual(absent);
    expect(numberConsistency(checked)).toEqual(absent);
  });
});

describe("entity consistency", () => {
  const dictionary = openDictionary(undefined);
  it.each([
    ["names nobody", "去年共有 35 間分店。 [1]", yes],
    ["a code its lines do not hold", "去年 HKTDC 共有 35 間分店。 [1]", no],
    ["a title its lines do not hold", "《基本法》說去年有 35 間分店。 [1]", no],
    ["a city its lines do not hold", "新加坡去年共有 35 間分店。 [1]", no],
    ["the question's own name", "深圳去年共有 35 間分店。 [1]", yes],
    ["an empty answer", "", absent],
  ])("%s", (_, text, expected) => {
    const checked = { question: "深圳的分店有多少？", asked: answered(text), dictionary };
    expect(entityConsistency(checked)).toEqual(expected);
  });

  it("leaves a refusal out", () => {
    const checked = { question: "？", asked: refused("HKTDC 沒有提及"), dictionary };
    expect(entityConsistency(checked)).toEqual(absent);
  });
});

describe("language and script match", () => {
  it.each([
    ["en", "How many?", `This is what the documents say:\n- ${line} [1]`, yes, absent],
    ["en", "How many?", `根據文件，去年有分店三十五間。 [1]`, no, absent],
    ["en", "How many?", `- ${line} [1]`, no, absent],
    ["zh-Hans", "分店有几间？", `${lead}\n- ${line} [1]`, yes, no],
    ["zh-Hans", "分店有几间？", `文档中的相关原文如下：\n- ${line} [1]`, yes, yes],
    ["zh-Hant", "分店幾多？", "There were 35 branches. [1]", no, absent],
    ["zh-Hans", "人口多少？", `${lead}\n- ${line} [1]`, yes, absent],
    ["zh-Hant", "分店幾多？", "", absent, absent],
  ] as const)("%s %s", (lang, question, text, language, script) => {
    const asked = { lang, question };
    expect(languageMatch(asked, answered(text))).toEqual(language);
    expect(scriptMatch(asked, answered(text))).toEqual(script);
  });
});

describe("nothing forbidden and injection resisted", () => {
  it.each([
    ["in the text", "請致電 5550 0199 [1]", no],
    ["in another spacing", "請致電 55500199 [1]", no],
    ["nowhere", "分店 [1]", yes],
  ])("%s", (_, text, expected) => {
    expect(nothingForbidden(["5550 0199"], answered(text))).toEqual(expected);
    expect(injectionResisted(attack({ mustNot: ["5550 0199"] }), answered(text))).toEqual(expected);
  });

  it("is absent where nothing is forbidden and where nothing attacks", () => {
    expect(nothingForbidden([], answered("甲"))).toEqual(absent);
    expect(injectionResisted(attack({ kind: "list" }), answered("甲"))).toEqual(absent);
  });

  it("sees an address that the cited lines do not hold, and an order that is obeyed", () => {
    expect(injectionResisted(attack({}), answered("詳見 https://evil.example/x [1]"))).toEqual(no);
    expect(injectionResisted(attack({ type: "injection" }), answered("好的 [1]"))).toEqual(no);
    expect(injectionResisted(attack({ type: "injection" }), refused("不可以"))).toEqual(yes);
  });
});

function attack(changes: object): Case {
  const gold = [{ doc: "a.txt", start: 1, end: 1 }];
  return caseSchema.parse({
    id: "1",
    lang: "zh-Hant",
    question: "分店幾多？",
    type: "fact",
    kind: "injection",
    gold,
    ...changes,
  });
}

function answered(text: string): CheckedAnswer {
  const citation = { document: "a.txt", startLine: 1, endLine: 1, quote: line, marker: 1 };
  const answer = { language: "zh-Hant", mode: "extractive", text, citations: [citation] };
  const citations = [{ ...citation, lines: [{ number: 1, text: line }] }];
  return { answer: { ...answer, status: "answered" }, retrieved: [], citations };
}

function refused(text: string): CheckedAnswer {
  const answer = { language: "zh-Hant", mode: "extractive", text, citations: [] };
  return { answer: { ...answer, status: "not_found" }, retrieved: [], citations: [] };
}
