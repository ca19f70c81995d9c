import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCases } from "../../evals/datasets/case.ts";
import { layOut, lineAt } from "../../evals/datasets/lay-out.ts";
import { type PublicSetName, writePublicSet } from "../../evals/datasets/public-sets.ts";

const english = "The bridge opened. It is long, i.e. 3.5 km! Who built it?";
const chinese = "这座桥开通了。它长3.5公里！「谁建的？」没人知道";

describe("layOut", () => {
  it("puts one sentence on a line and a blank line between paragraphs", () => {
    const { text, paragraphs } = layOut([chinese, "Version 1.2 works. Really?\nYes"]);
    expect(text.split("\n")).toEqual([
      "这座桥开通了。",
      "它长3.5公里！",
      "「谁建的？」",
      "没人知道",
      "",
      "Version 1.2 works.",
      "Really?",
      "Yes",
      "",
    ]);
    expect(paragraphs.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [1, 4],
      [6, 8],
    ]);
  });

  it("finds the line of a character, counted in code points", () => {
    const { paragraphs } = layOut(["甲乙。", "𠮷野家。丙丁。戊"]);
    expect([0, 3, 4, 6, 7].map((offset) => paragraphs[1] && lineAt(paragraphs[1], offset))).toEqual([
      3, 3, 4, 4, 5,
    ]);
  });
});

describe("writePublicSet", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "groundline-sets-"));
    await writeSquad("xquad.en.dev.json", "other paragraph.", english, "Is the bridge open?", "3.5 km");
    await writeSquad("xquad.zh.dev.json", "另一段。", chinese, "这座桥有多长？", "3.5公里");
    await writeSquad("drcd.dev.json", "另一段。", "軟體開發。", "甚麼軟體？", "開發");
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("asks in one language about passages in the other, aligned by question id", async () => {
    const { corpus, cases } = await convert("xquad-en-zh", "own");
    expect(await readFile(path.join(corpus, "article-000.txt"), "utf8")).toBe(
      "另一段。\n\n这座桥开通了。\n它长3.5公里！\n「谁建的？」\n没人知道\n",
    );
    expect(cases).toEqual([
      {
        id: "q1",
        lang: "en",
        question: "Is the bridge open?",
        type: "paragraph",
        gold: [{ document: "article-000.txt", startLine: 3, endLine: 6 }],
        answerLines: [{ document: "article-000.txt", startLine: 4, endLine: 4 }],
        match: "any",
        all: false,
        must: [],
        mustNot: [],
        documents: [],
        history: [],
      },
    ]);
  });

  it.each([
    ["xquad-zh-zh", "zh-Hant", "這座橋有多長？"],
    ["drcd", "zh-Hans", "甚么软体？"],
  ] as const)("asks %s in the other script", async (set, lang, question) => {
    const { cases } = await convert(set, "other");
    expect(cases.map((one) => [one.lang, one.question])).toEqual([[lang, question]]);
  });

  it("refuses the other script for English questions", async () => {
    await expect(convert("xquad-en-en", "other")).rejects.toThrow(
      "--script other needs a set with Chinese questions",
    );
  });

  it("refuses a file whose answers do not stand where it says", async () => {
    await writeSquad("drcd.dev.json", "另一段。", "軟體開發。", "甚麼？", "開發", 1);
    await expect(convert("drcd", "own")).rejects.toThrow(
      /drcd\.dev\.json q1: character 1 reads "體開", not "開發"/,
    );
  });

  it("asks both languages about both in one corpus, where either paragraph is right", async () => {
    const { corpus, cases } = await convert("xquad", "own");
    expect((await readdir(corpus)).sort()).toEqual(["a-article-000.txt", "b-article-000.txt"]);
    expect(
      cases.map(({ id, lang, triple, gold }) => [id, lang, triple, gold.map((one) => one.document)]),
    ).toEqual([
      ["q1-en", "en", "q1", ["a-article-000.txt", "b-article-000.txt"]],
      ["q1-zh-Hans", "zh-Hans", "q1", ["a-article-000.txt", "b-article-000.txt"]],
    ]);
  });

  it("finds the answers of CMRC that do not stand where it says", async () => {
    await writeSquad("cmrc2018_dev.json", "另一段。", "甲公司。乙公司。丙。", "哪家？", "公司", 6);
    const { cases } = await convert("cmrc", "own");
    expect(cases[0]?.answerLines).toEqual([{ document: "article-000.txt", startLine: 4, endLine: 4 }]);
    expect(cases[0]?.lang).toBe("zh-Hans");
  });

  it("asks RGB's questions at rising noise and once with nothing that answers", async () => {
    const row = {
      id: 7,
      query: "谁建的？",
      answer: ["甲", ["2020年", "2020 年"]],
      positive: ["甲建的。2020年建成。", "甲。", "甲甲。", "甲甲甲。", "又是甲。", "多余。"],
      negative: ["乙建了别的。", "丙。", "丁。", "戊。"],
    };
    await writeFile(path.join(folder, "zh_refine.json"), `${JSON.stringify(row)}\n`);
    const { corpus, cases } = await convert("rgb", "own");
    expect(cases.map(({ id, type, gold, documents }) => [id, type, gold.length, documents.length])).toEqual([
      ["zh-Hans-7-noise-0", "noise 0", 5, 5],
      ["zh-Hans-7-noise-0.4", "noise 0.4", 3, 5],
      ["zh-Hans-7-noise-0.8", "noise 0.8", 1, 5],
      ["zh-Hans-7-refuse", "unanswerable", 0, 4],
    ]);
    expect(cases[0]?.must).toEqual(["甲", ["2020年", "2020 年"]]);
    expect(cases[0]?.gold[0]).toEqual({ document: "zh-Hans-7/positive-0.txt", startLine: 1, endLine: 2 });
    expect(await readFile(path.join(corpus, "zh-Hans-7/negative-0.txt"), "utf8")).toBe("乙建了别的。\n");
  });

  it("names the file, line and field of what it cannot read of RGB, and the files it looks for", async () => {
    await writeFile(
      path.join(folder, "zh_refine.json"),
      '{"id":1,"query":"？","answer":"甲","positive":[]}\n',
    );
    await expect(convert("rgb", "own")).rejects.toThrow(/zh_refine\.json:1 negative: /);
    await rm(path.join(folder, "zh_refine.json"));
    await expect(convert("rgb", "own")).rejects.toThrow("holds none of zh_refine.json, en_refine.json");
  });

  async function convert(set: PublicSetName, script: "own" | "other") {
    const directory = path.join(folder, `${set}-${script}`);
    const { corpus, dataset } = await writePublicSet({ set, script, benchDirectory: folder, directory });
    return { corpus, cases: await readCases(dataset) };
  }

  async function writeSquad(
    name: string,
    first: string,
    context: string,
    question: string,
    text: string,
    answer_start = Array.from(context.slice(0, context.indexOf(text))).length,
  ) {
    const qas = [{ id: "q1", question, answers: [{ text, answer_start }] }];
    const data = [
      {
        title: "T",
        paragraphs: [
          { context: first, qas: [] },
          { context, qas },
        ],
      },
    ];
    await writeFile(path.join(folder, name), JSON.stringify({ data }));
  }
});
