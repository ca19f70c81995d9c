import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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
