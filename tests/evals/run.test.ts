import { describe, expect, it } from "vitest";
import { createClient } from "../../evals/client.ts";
import { type CaseRow, caseSchema } from "../../evals/datasets/case.ts";
import { isErrored, runCases } from "../../evals/run.ts";
import { scoreCases } from "../../evals/score-cases.ts";
import { type Section, summarise } from "../../evals/summary.ts";
import { openDictionary } from "../../ingest/language/open-dictionary.ts";
import { answer, createStubServer, passage, type StubReply } from "./stub-server.ts";

const replies: Record<string, StubReply> = {
  good: { passages: [passage(1, 4)], answer: answer({ startLine: 2, endLine: 3, quote: "第2行 第3行" }) },
  second: {
    passages: [passage(9, 9), passage(1, 4)],
    answer: answer({ startLine: 19, endLine: 21, quote: "第9行" }),
  },
  refused: { passages: [passage(2, 3)], answer: answer() },
};

describe("a run", () => {
  it("scores searches and answers over all, by language and by type", async () => {
    const sections = await score([
      makeCase("good", { lang: "en", must: ["第2行", "第7行"] }),
      makeCase("second", { lang: "zh-Hant" }),
      makeCase("refused", { lang: "en", type: "unanswerable", gold: [] }),
    ]);
    expect(sections.map(({ title }) => title)).toEqual(["Search", "Answers"]);
    expect(valuesOf(sections, "Search", "all")).toEqual({
      "recall@1": [0.5, 2],
      "recall@5": [1, 2],
      "recall@10": [1, 2],
      "MRR@10": [0.75, 2],
      "nDCG@10": [(1 + 1 / Math.log2(3)) / 2, 2],
      "average precision": [0.75, 2],
      "line hit@5": [1, 2],
      "document hit@5": [1, 2],
    });
    expect(valuesOf(sections, "Search", "zh-Hant")["recall@1"]).toEqual([0, 1]);
    expect(valuesOf(sections, "Answers", "all")).toEqual({
      "refusal recall": [1, 1],
      "false refusal": [0, 2],
      "gold retrieved": [1, 2],
      "gold cited": [0.5, 2],
      "citation precision": [0.5, 2],
      "citation valid": [0.5, 2],
      "citation coverage": [1, 2],
      "quote verbatim": [0.5, 2],
      "sentences supported": [0.5, 2],
      "number consistency": [0.5, 2],
      "entity consistency": [1, 2],
      "key facts": [0.5, 2],
      "answer F1": [5 / 6, 1],
      "false conflict": [0, 2],
      "language match": [0.5, 2],
      "line tightness": [1, 1],
      "cited lines": [2.5, 2],
    });
    expect(valuesOf(sections, "Answers", "unanswerable")).toEqual({ "refusal recall": [1, 1] });
  });

  it("counts a refused answerable question as a false refusal that cites no gold", async () => {
    const sections = await score([makeCase("refused", {})]);
    const values = valuesOf(sections, "Answers", "all");
    expect(values["false refusal"]).toEqual([1, 1]);
    expect(values["gold cited"]).toEqual([0, 1]);
    expect(values["citation valid"]).toBeUndefined();
  });

  it("scores follow-ups apart, on what was retrieved for their answers", async () => {
    const history: CaseRow["history"] = [{ role: "user", content: "earlier" }];
    const sections = await score([makeCase("good", {}), makeCase("second", { history })]);
    expect(valuesOf(sections, "Search", "all")["recall@1"]).toEqual([1, 1]);
    const title = "Search, follow-ups";
    expect(valuesOf(sections, title, "all")["MRR@10"]).toEqual([0.5, 1]);
    expect(valuesOf(sections, "Answers, follow-ups", "all")["gold cited"]).toEqual([0, 1]);
  });

  it("asks for the answer's own lines where gold is a paragraph", async () => {
    const gold = [{ doc: "a.txt", start: 3, end: 12 }];
    const answerLines = [{ doc: "a.txt", start: 9, end: 9 }];
    const sections = await score([makeCase("second", { gold, answerLines, match: "any" })]);
    expect(valuesOf(sections, "Search", "all")).toMatchObject({ "recall@1": [1, 1], "answer@1": [1, 1] });
    const other = await score([makeCase("good", { gold, answerLines, match: "any" })]);
    expect(valuesOf(other, "Search", "all")).toMatchObject({ "recall@1": [1, 1], "answer@1": [0, 1] });
  });

  it("counts errored runs apart and out of every score", async () => {
    const sections = await score([makeCase("good", {}), makeCase("broken", {})]);
    for (const section of sections) {
      expect(section.slices[0]).toMatchObject({ name: "all", cases: 2, errored: 1 });
    }
    expect(valuesOf(sections, "Search", "all")["recall@1"]).toEqual([1, 1]);
    expect(valuesOf(sections, "Answers", "all")["false refusal"]).toEqual([0, 1]);
  });

  it("keeps the server's own words of an error", async () => {
    const [result] = await run([makeCase("broken", {})]);
    expect(result?.search).toEqual({
      status: "errored",
      message: "The server replied 503: Ask again later.",
    });
    expect(result?.ask).toEqual({ status: "errored", message: "The stream reports: Ask again later." });
  });

  it("leaves out a recall deeper than the passages asked for", async () => {
    const results = await run([makeCase("good", {})]);
    expect(
      Object.keys(valuesOf(summarise(scoreCases(results, { limit: 5, dictionary })), "Search", "all")),
    ).toEqual(["recall@1", "recall@5", "average precision", "line hit@5", "document hit@5"]);
  });

  it.each([
    ["search", ["Search"]],
    ["ask", ["Answers"]],
  ] as const)("runs only %s where told to", async (only, titles) => {
    const results = await run([makeCase("good", {})], only);
    const sections = scoreCases(results, { limit: 10, dictionary });
    expect(sections.map(({ title }) => title)).toEqual(titles);
  });

  it("scores rows that ask the same together, and no row alone", async () => {
    const sections = await score([
      makeCase("good", { triple: "branches", must: ["第2行"] }),
      makeCase("second", { triple: "branches", lang: "zh-Hans", must: ["第2行"] }),
      makeCase("refused", {}),
    ]);
    expect(valuesOf(sections, "Together", "all")).toEqual({ "answers agree": [0, 1] });
    expect(sections.find(({ title }) => title === "Together")?.elapsedInMs).toBeNull();
  });

  it("asks again where told to, and once over the gold's documents alone", async () => {
    const asked: unknown[] = [];
    const watched = createClient({
      url: "http://stub",
      fetch: (url, init) => {
        if (url.endsWith("/api/ask")) asked.push(JSON.parse(String(init.body)).documents);
        return app.request(url, init);
      },
    });
    const cases = [makeCase("good", { must: ["第2行"] })];
    const results = await runCases({ cases, client: watched, limit: 10, probe: true });
    expect(asked).toEqual([undefined, undefined, undefined, undefined, undefined, ["a.txt"]]);
    const sections = summarise(scoreCases(results, { limit: 10, dictionary }));
    const { "same again": again, "noise drop": noise } = valuesOf(sections, "Answers", "all");
    expect({ again, noise }).toEqual({ again: [1, 10], noise: [0, 1] });
  });

  it("reports progress with the errored runs so far", async () => {
    const seen: string[] = [];
    const onProgress = (done: number, errored: number) => seen.push(`${done} ${errored}`);
    await runCases({ cases: [makeCase("broken", {}), makeCase("good", {})], client, limit: 10, onProgress });
    expect(seen).toEqual(["1 1", "2 1"]);
  });
});

const dictionary = openDictionary(undefined);
const app = createStubServer((question) => replies[question] ?? null);
const client = createClient({ url: "http://stub", fetch: (url, init) => app.request(url, init) });

function run(cases: Parameters<typeof runCases>[0]["cases"], only?: "search" | "ask") {
  return runCases({ cases, client, only, limit: 10 });
}

async function score(cases: Parameters<typeof runCases>[0]["cases"]) {
  const results = await run(cases);
  expect(results.filter(isErrored).length).toBe(cases.filter(({ question }) => question === "broken").length);
  return summarise(scoreCases(results, { limit: 10, dictionary }));
}

function makeCase(question: string, changes: Partial<CaseRow>) {
  const gold = [{ doc: "a.txt", start: 2, end: 3 }];
  return caseSchema.parse({ id: question, lang: "zh-Hant", question, type: "fact", gold, ...changes });
}

function valuesOf(
  sections: readonly Section[],
  title: string,
  slice: string,
): Record<string, [number, number]> {
  const found = sections
    .find((section) => section.title === title)
    ?.slices.find(({ name }) => name === slice);
  const metrics = Object.entries(found?.metrics ?? {});
  return Object.fromEntries(metrics.map(([name, { value, count }]) => [name, [value, count]]));
}
