import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitLines } from "../../../ingest/read/lines.ts";
import { structureDocument } from "../../../ingest/structure/structure.ts";
import {
  explainSkippedPapers,
  hasPapers,
  papersFolder,
  readCorpusLines,
  seedsFolder,
} from "../../corpora.ts";
import { generatedText } from "./documents.ts";
import { findLostSentence, findLostText, findWrongLines } from "./invariants.ts";

const corpora = [...readCorpusLines(seedsFolder), ...(hasPapers ? readCorpusLines(papersFolder) : [])];

describe("structureDocument", () => {
  explainSkippedPapers();

  it.skipIf(!hasPapers)("reads all five papers", () => {
    expect(readCorpusLines(papersFolder)).toHaveLength(5);
  });

  it.each(corpora)("loses no text and names exact lines in $id", ({ id, lines }) => {
    const document = structureDocument(id, lines);
    expect(findLostText(document)).toBeNull();
    expect(findWrongLines(document)).toBeNull();
    expect(findLostSentence(document)).toBeNull();
  });

  it("loses no text and names exact lines in generated documents of every setting", () => {
    let withNotes = 0;
    fc.assert(
      fc.property(generatedText, (text) => {
        const document = structureDocument("generated.txt", splitLines(text));
        expect(findLostText(document)).toBeNull();
        expect(findWrongLines(document)).toBeNull();
        expect(findLostSentence(document)).toBeNull();
        if (document.footnotes.length > 0) withNotes++;
      }),
      { numRuns: 1000 },
    );
    expect(withNotes).toBeGreaterThan(20);
  });

  it("notices a lost word and a wrong line, so that the properties above can fail", () => {
    const document = structureDocument("a.txt", splitLines("第一句話在這裡。\n第二句話在那裡。\n"));
    const [first, second] = document.sentences;
    if (!first || !second) throw new Error("expected two sentences");
    expect(findLostText({ ...document, sentences: [first] })).toContain("第二句");
    expect(findWrongLines({ ...document, sentences: [{ ...first, endLine: 2 }, second] })).toContain(
      "ends earlier",
    );
    expect(findWrongLines({ ...document, sentences: [{ ...first, startLine: 2, endLine: 2 }] })).toContain(
      "not on its lines",
    );
  });

  it("joins hard-wrapped lines into sentences and keeps the page number out", () => {
    const wrapped = [
      "香港應把握機遇推動工業發展並支援中小型企業升級",
      "轉型，由政府聯同商會訂立長遠藍圖及撥款，資助廠",
      "商引入先進設備和培訓員工，",
    ];
    const next = ["同時吸引海外人才來港，協助他們落戶並融入本地社", "區。另有其他安排。"];
    const lines = splitLines(
      [...wrapped.flatMap((line) => [line, ""]), "", "7", "", ...next.flatMap((line) => [line, ""])].join(
        "\n",
      ),
    );
    const document = structureDocument("wrapped.txt", lines);
    expect(document.furniture).toEqual([{ line: 8, reason: "page-number" }]);
    expect(document.sentences).toEqual([
      { text: `${wrapped.join("")}${next[0]}區。`, startLine: 1, endLine: 12, kind: "text" },
      { text: "另有其他安排。", startLine: 12, endLine: 12, kind: "text" },
    ]);
  });

  it("joins a line to the one before it that has few letters for its width", () => {
    const wrapped = [
      "The chamber asks that regional headquarters be drawn to the city",
      "by tax relief, and that exhibitions be held in more of the halls",
      "than today. It wants a plan for brands in other new",
      "markets.",
      "Members were asked in the spring, and four in five of them wished",
      "for cheaper land, shorter procedures and workers from elsewhere.",
    ];
    const text = (line: number) => wrapped[line - 1] ?? "";
    const document = structureDocument("narrow.txt", splitLines(wrapped.join("\n")));
    expect(document.sentences.map((sentence) => sentence.text)).toContain(
      `${text(3).replace("than today. ", "")} ${text(4)}`,
    );
  });

  it("builds heading paths from numbering styles and keeps a lead-in with its list", () => {
    const text = [
      "一、推動創新",
      "",
      "1、增加資助",
      "",
      "本會建議：",
      "",
      "（1）擴大計劃範圍，讓更多企業受惠。",
      "",
      "（2）簡化申請程序。",
      "",
      "2、培訓人才",
      "",
      "政府應加強培訓。",
    ];
    const { passages } = structureDocument("headings.txt", splitLines(text.join("\n")));
    expect(passages.map(({ headings, startLine, endLine }) => ({ headings, startLine, endLine }))).toEqual([
      { headings: ["一、推動創新", "1、增加資助"], startLine: 1, endLine: 9 },
      { headings: ["一、推動創新", "2、培訓人才"], startLine: 11, endLine: 13 },
    ]);
  });

  it("goes on over a short line where the next one's first word had no room on it", () => {
    const lines = [
      "The chamber asks for a task force on factories outside the city, and for",
      "a list of firms recognised by both governments that could be given the",
      "support of both sides and of the",
      "internationalisation-and-diversification-funds, with tax deductions for",
      "research done outside the city and for the branches of firms abroad.",
    ];
    const { sentences } = structureDocument("ragged.txt", splitLines(lines.join("\n")));
    expect(sentences.map((sentence) => sentence.text)).toEqual([lines.join(" ")]);
  });

  it("keeps the hyphen of a line's end, with the blank that tells it from one inside a line", () => {
    const text = [
      "The plan asks the central and local govern-",
      "ment to fund long-term work across the Asia-",
      "Pacific region, COVID-",
      "19 and the well-known wide-",
      "ranging cases of hardship among the firms.",
    ];
    const document = structureDocument("hyphens.txt", splitLines(text.join("\n")));
    expect(document.sentences.map((sentence) => sentence.text)).toEqual([
      "The plan asks the central and local govern- ment to fund long-term work across the Asia-Pacific region, COVID-19 and the well-known wide- ranging cases of hardship among the firms.",
    ]);
    expect(findLostText(document)).toBeNull();
  });

  it("does not split a sentence inside a quotation, a number or an abbreviation", () => {
    const text = "他說「這很好。我同意。」然後離開。The rate was 3.5% in the U.S. market. It rose by No. 7.";
    const { sentences } = structureDocument("sentences.txt", splitLines(text));
    expect(sentences.map((sentence) => sentence.text)).toEqual([
      "他說「這很好。我同意。」然後離開。",
      "The rate was 3.5% in the U.S. market.",
      "It rose by No. 7.",
    ]);
  });

  it.each([
    [
      "香港示範商會\n對 2024 年施政報告的建議\n\n內容很長。",
      "香港示範商會 對 2024 年施政報告的建議",
      "香港示範商會",
      2024,
    ],
    ["年假安排\n\n僱員每年享有十四天有薪年假。\n\n未放的年假可帶到下年三月。", "年假安排", null, null],
    ["Office hours\n\nThe office opens at nine.\n\nIt closes at six.", "Office hours", null, null],
    ["# 內部指引 2023\n\n本指引說明安排。", "內部指引 2023", null, 2023],
    [
      "把握機遇 開創新局\n\n示範聯盟會\n\n2022 年 5 月\n\n提要：\n\n正文由此開始，說明各項安排。",
      "把握機遇 開創新局",
      "示範聯盟會",
      2022,
    ],
  ])("finds title, organisation and year in %j", (text, title, organisation, year) => {
    const document = structureDocument("folder/name.txt", splitLines(text));
    expect(document).toMatchObject({ title, organisation, year });
  });

  it("falls back to the file's name for a title", () => {
    const text = `${"這是一段沒有標題的長文字，".repeat(12)}完。`;
    expect(structureDocument("folder/會議紀錄.txt", splitLines(text)).title).toBe("會議紀錄");
  });
});

describe("footnotes", () => {
  const wrapped = [
    "香港應把握機遇推動工業發展並支援中小型企業升級",
    "轉型，由政府聯同商會及 5 所研發中心1訂立長遠藍",
    "圖及撥款，資助廠商引入先進設備和培訓員工，同時",
  ];
  const goesOn = [
    "吸引海外人才來港，協助他們落戶並融入本地社區。",
    "另有其他安排，由有關部門於今年內公布細節安排。",
  ];
  const spaced = (lines: readonly string[]) => lines.flatMap((line) => [line, ""]);
  const read = (lines: readonly string[]) => structureDocument("notes.txt", splitLines(lines.join("\n")));

  it.each([
    ["a number on a line of its own", ["1", " 包括物流及紡織研發中心，", "", "以及汽車科技研發中心。"]],
    ["a number before its text", ["1 包括物流及紡織研發中心，", "", "以及汽車科技研發中心。"]],
    ["a raised number", ["¹ 包括物流及紡織研發中心，", "", "以及汽車科技研發中心。"]],
    ["a word and a number", ["註1：包括物流及紡織研發中心，", "", "以及汽車科技研發中心。"]],
  ])("under %s follow the text, and the sentence they stand in is joined", (_name, note) => {
    const text = note[0]?.startsWith("¹") ? wrapped.map((line) => line.replace("心1", "心¹")) : wrapped;
    const document = read([...spaced(text), "", "", ...note, "", ...spaced(goesOn)]);
    const first = 9;
    const last = first + note.length - 1;
    expect(document.sentences.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [1, last + 2],
      [last + 4, last + 4],
      [first, last],
    ]);
    expect(document.sentences[0]?.text).toBe(`${text.join("")}${goesOn[0]}`);
    expect(document.passages.at(-1)?.sentences).toEqual([document.sentences[2]]);
    expect(findLostText(document)).toBeNull();
    expect(findWrongLines(document)).toBeNull();
  });

  it("are several in a row, or one of each page that counts anew", () => {
    const twice = wrapped.map((line) => line.replace("藍", "藍2"));
    const notes = ["1", " 包括物流研發中心。", "2", " 見附件。"];
    const { footnotes } = read([
      ...spaced(twice),
      "",
      ...notes,
      "",
      ...spaced([...goesOn, ...wrapped]),
      "",
      "1",
      " 同上。",
      "",
      ...spaced(goesOn),
    ]);
    expect(footnotes).toHaveLength(6);
  });

  it.each([
    ["no mark in the text", wrapped.map((line) => line.replace("心1", "心")), ["1", " 包括物流研發中心。"]],
    ["a line that begins with a number by chance", wrapped, ["1 億元撥款的安排，", "以及其他安排。"]],
  ])("are not seen in %s", (_name, text, lines) => {
    expect(read([...spaced(text), ...spaced(lines), ...spaced(goesOn)]).footnotes).toEqual([]);
  });
});

describe("lists, tables and contents", () => {
  const textOf = (lines: readonly string[]) => structureDocument("a.txt", splitLines(lines.join("\n")));

  it("repeats a table's header with the rows that fall into a later passage", () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `| 計劃${index} | 撥款 ${index} 億元 | 由某部門負責推行 |`,
    );
    const { passages } = textOf(["# 各項計劃", "", "| 名稱 | 金額 | 部門 |", "|---|---|---|", ...rows]);
    expect(passages.length).toBeGreaterThan(1);
    expect(passages[0]?.headings).toEqual([]);
    for (const { headings } of passages.slice(1)) expect(headings).toEqual(["| 名稱 | 金額 | 部門 |"]);
  });

  it("keeps a row of cells whole, whatever stands in it, and never joins two rows", () => {
    const { sentences } = textOf(["項目 | 說明", `甲 | ${"這一句很長。".repeat(12)}第二句`, "乙 | 短"]);
    expect(sentences.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it("repeats a list's lead-in with the items that fall into a later passage, and no further", () => {
    const items = Array.from(
      { length: 30 },
      (_, index) => `• 第${index}項建議是擴大資助範圍${"、簡化申請程序".repeat(index % 4)}。`,
    );
    const { passages } = textOf([
      "本會有以下建議：",
      "",
      ...items.flatMap((item) => [item, ""]),
      "另一段文字與以上無關。".repeat(80),
    ]);
    const continued = passages.filter(
      ({ sentences, startLine }) => sentences[0]?.kind === "item" && startLine > 1,
    );
    expect(continued.length).toBeGreaterThan(0);
    for (const { headings } of continued) expect(headings).toEqual(["本會有以下建議："]);
    expect(passages.at(-1)?.headings).toEqual([]);
  });

  it("lists a table of contents as furniture, and not a table of figures", () => {
    const { furniture } = textOf([
      "目錄",
      "第一章 前言 ........ 1",
      "第二章 工業 ........ 5",
      "第三章 結論 …………… 12",
      "",
      "正文由此開始，內容不少。",
    ]);
    expect(furniture).toEqual([2, 3, 4].map((line) => ({ line, reason: "contents" })));
    expect(textOf(["出口    30", "進口    20", "轉口    10"]).furniture).toEqual([]);
  });
});
