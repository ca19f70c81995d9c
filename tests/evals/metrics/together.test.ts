import { describe, expect, it } from "vitest";
import type { Case } from "../../../evals/datasets/case.ts";
import { answersAgree } from "../../../evals/metrics/answers-agree.ts";
import { languageGap } from "../../../evals/metrics/language-gap.ts";
import { absent } from "../../../evals/metrics/measure.ts";
import { noiseDrop } from "../../../evals/metrics/noise-drop.ts";
import { scriptGap } from "../../../evals/metrics/script-gap.ts";
import type { FoundAnswer } from "../../../evals/wire.ts";

const [hit, miss] = [
  { sum: 1, count: 1 },
  { sum: 0, count: 1 },
];

const refusal: FoundAnswer = { ...answer("找不到。", []), status: "not_found" };

describe("answers agree", () => {
  const both = answer("共 35 間，員工 120 人。", ["a.txt", "b.txt"]);

  it.each([
    ["the same facts in other words and other order", answer("120 人，35 間", ["b.txt", "a.txt"]), hit],
    ["one fact less", answer("共 35 間。", ["a.txt", "b.txt"]), miss],
    ["the same facts from fewer documents", answer("共 35 間，員工 120 人。", ["a.txt"]), miss],
    ["a refusal beside an answer", refusal, miss],
  ])("%s", (_, other, expected) => {
    expect(answersAgree([ask(both), ask(other)])).toEqual(expected);
  });

  it("takes every pair, and two refusals as alike", () => {
    expect(answersAgree([ask(refusal), ask(refusal), ask(both)])).toEqual({ sum: 1, count: 3 });
  });

  it("is absent for fewer than two answers", () => {
    expect(answersAgree([ask(both)])).toEqual(absent);
    expect(answersAgree([])).toEqual(absent);
  });

  function ask(one: FoundAnswer) {
    return { must: ["35 間", ["120 人", "120 people"]], answer: one };
  }
});

describe("script gap and language gap", () => {
  const traditional = "分店有 35 間，員工數目未變。";

  it.each([
    ["nothing is lost", [hit, hit, hit], { sum: 0, count: 1 }, { sum: 0, count: 1 }],
    ["the other script finds nothing", [hit, miss, hit], hit, { sum: 0, count: 1 }],
    ["the other language finds nothing", [hit, hit, miss], { sum: 0, count: 1 }, hit],
    ["only the other ones find it", [miss, hit, hit], { sum: -1, count: 1 }, { sum: -1, count: 1 }],
  ])("%s", (_, [hant = miss, hans = miss, en = miss], script, language) => {
    const rows = [row("zh-Hant", hant), row("zh-Hans", hans), row("en", en)];
    expect(scriptGap(rows)).toEqual(script);
    expect(languageGap(rows)).toEqual(language);
  });

  it("takes the documents' language from the quotes of the gold", () => {
    const quote = "35 branches";
    const rows = [row("zh-Hant", miss, quote), row("zh-Hans", hit, quote), row("en", hit, quote)];
    expect(languageGap(rows)).toEqual({ sum: 0.5, count: 1 });
    expect(scriptGap(rows)).toEqual(absent);
  });

  it("are absent without both sides and without quotes", () => {
    expect(scriptGap([row("zh-Hant", hit), row("en", hit)])).toEqual(absent);
    expect(languageGap([row("zh-Hant", hit), row("zh-Hans", hit)])).toEqual(absent);
    const unquoted = { document: "a.txt", startLine: 1, endLine: 1 };
    const rows = (["zh-Hant", "zh-Hans", "en"] as const).map((lang) => ({
      case: { lang, gold: [unquoted] },
      hit,
    }));
    expect(scriptGap(rows)).toEqual(absent);
    expect(languageGap(rows)).toEqual(absent);
  });

  function row(lang: Case["lang"], measured: typeof hit, quote = traditional) {
    return {
      case: { lang, gold: [{ document: "a.txt", startLine: 1, endLine: 1, quote }] },
      hit: measured,
    };
  }
});

describe("noise drop", () => {
  it("is what other documents cost, below 0 where they help", () => {
    expect(noiseDrop({ quiet: { sum: 4, count: 4 }, noisy: { sum: 3, count: 4 } })).toEqual({
      sum: 0.25,
      count: 1,
    });
    expect(noiseDrop({ quiet: miss, noisy: hit })).toEqual({ sum: -1, count: 1 });
  });

  it("is absent where either was not measured", () => {
    expect(noiseDrop({ quiet: absent, noisy: hit })).toEqual(absent);
    expect(noiseDrop({ quiet: hit, noisy: absent })).toEqual(absent);
  });
});

function answer(text: string, documents: readonly string[]): FoundAnswer {
  const citations = documents.map((document, index) => ({
    document,
    startLine: 1,
    endLine: 1,
    marker: index + 1,
    quote: "",
  }));
  return { status: "answered", text, language: "zh-Hant", mode: "model", citations };
}
