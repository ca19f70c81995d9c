import { describe, expect, it } from "vitest";
import { readDocument } from "../../../ingest/read/read-document.ts";
import { createCorpusFolder } from "./corpus-folder.ts";
import { makePdf, show, showCoded } from "./pdf-files.ts";

const { add, texts } = createCorpusFolder();

describe("a PDF", () => {
  it("gives lines numbered through the document with their pages", async () => {
    const pages = [show("香港應加快發展", 50, 700) + show("創新科技。", 50, 680), show("第二頁", 50, 700)];
    expect(await readDocument(add("a.pdf", makePdf({ pages })))).toEqual({
      status: "read",
      lines: [
        { number: 1, text: "香港應加快發展", page: 1 },
        { number: 2, text: "創新科技。", page: 1 },
        { number: 3, text: "第二頁", page: 2 },
      ],
    });
  });

  it("reads Chinese through a font's own table as well as through the standard ones", async () => {
    expect(await texts("coded.pdf", makePdf({ pages: [showCoded([1, 2], 50, 700)] }))).toEqual(["香港"]);
  });

  it("reads vertical writing downwards and from right to left", async () => {
    const columns = ["直排文字由上而下", "第二行在左邊", "第三行"];
    const page = columns.map((text, index) => show(text, 500 - 20 * index, 780, { font: "Down" })).join("");
    expect(await texts("down.pdf", makePdf({ pages: [page] }))).toEqual(columns);
  });

  it("reads vertical writing that is set character by character", async () => {
    const columns = ["直排文字由上而下", "第二行在左邊"];
    const page = columns.map((text, column) =>
      [...text].map((character, row) => show(character, 500 - 20 * column, 780 - 12 * row)).join(""),
    );
    expect(await texts("stacked.pdf", makePdf({ pages: [page.join("")] }))).toEqual(columns);
  });

  it("reads a page that is turned on its side", async () => {
    const page = show("上一行", 50, 700) + show("下一行", 50, 680);
    expect(await texts("turned.pdf", makePdf({ pages: [page], rotate: 90 }))).toEqual(["上一行", "下一行"]);
  });

  it("reads two columns one after the other, under a title and over a page number", async () => {
    const line = (side: string, row: number) => `${side}欄第${"一二三四五六"[row]}行文字排滿整欄的寬度`;
    const rows = [0, 1, 2, 3, 4, 5];
    const left = rows.map((row) => line("左", row));
    const right = rows.map((row) => line("右", row));
    const page = [
      show("橫跨兩欄的標題寫得很長很長很長很長很長很長很長很長很長", 50, 760, { size: 18 }),
      ...rows.map(
        (row) => show(line("左", row), 50, 700 - 18 * row) + show(line("右", row), 300, 700 - 18 * row),
      ),
      show("- 7 -", 290, 40, { font: "Latin" }),
    ];
    const read = await texts("columns.pdf", makePdf({ pages: [page.join("")] }));
    expect(read.filter((text) => text !== "")).toEqual([
      "橫跨兩欄的標題寫得很長很長很長很長很長很長很長很長很長",
      ...left,
      ...right,
      "- 7 -",
    ]);
  });

  it("shows the gap between paragraphs, and sets a page number apart for what finds it", async () => {
    const rows = [700, 682, 664, 610, 592, 574];
    const page = rows.map((y, index) => show(`第${index + 1}行的文字在這裡排滿`, 50, y)).join("");
    const read = await texts(
      "gaps.pdf",
      makePdf({ pages: [page + show("3", 290, 40, { font: "Latin" }), show("後", 50, 700)] }),
    );
    expect(read.map((text) => (text === "" ? "-" : text.slice(0, 3)))).toEqual([
      "第1行",
      "第2行",
      "第3行",
      "-",
      "-",
      "第4行",
      "第5行",
      "第6行",
      "-",
      "-",
      "-",
      "3",
      "-",
      "後",
    ]);
  });

  it("marks aligned parts as the rows of a table", async () => {
    const rows = [
      ["年份", "出口額"],
      ["2023", "一百億"],
      ["2024", "二百億"],
    ];
    const page = rows
      .map(([a = "", b = ""], row) => show(a, 50, 700 - 18 * row) + show(b, 200, 700 - 18 * row))
      .join("");
    expect(await texts("table.pdf", makePdf({ pages: [page] }))).toEqual([
      "| 年份 | 出口額 |",
      "| 2023 | 一百億 |",
      "| 2024 | 二百億 |",
    ]);
  });

  it("keeps a cell that runs over two lines in its table, and a list with wide indents out of one", async () => {
    const cells: [string, number, number][] = [
      ["年份", 50, 700],
      ["說明", 150, 700],
      ["2023", 50, 682],
      ["第一行說明", 150, 682],
      ["第二行說明", 150, 664],
      ["2024", 50, 646],
      ["一行說明", 150, 646],
    ];
    const page = cells.map(([text, x, y]) => show(text, x, y)).join("");
    expect(await texts("wrapped.pdf", makePdf({ pages: [page] }))).toEqual([
      "| 年份 | 說明 |",
      "| 2023 | 第一行說明 |",
      "| 第二行說明 |",
      "| 2024 | 一行說明 |",
    ]);
    const list = ["1.", "2.", "3."].map(
      (mark, row) => show(mark, 50, 700 - 18 * row) + show("清單的項目", 100, 700 - 18 * row),
    );
    expect(await texts("list.pdf", makePdf({ pages: [list.join("")] }))).toEqual([
      "1. 清單的項目",
      "2. 清單的項目",
      "3. 清單的項目",
    ]);
  });

  it("closes up letter-spaced Chinese and drops text that is printed twice to look bold", async () => {
    const spaced = [..."香港特別行政區"]
      .map((character, index) => show(character, 50 + 24 * index, 700))
      .join("");
    expect(await texts("spaced.pdf", makePdf({ pages: [spaced] }))).toEqual(["香港特別行政區"]);
    const twice = show("重點", 50, 700) + show("重點", 50.4, 700);
    expect(await texts("twice.pdf", makePdf({ pages: [twice] }))).toEqual(["重點"]);
  });

  it("hints at headings by larger type", async () => {
    const body = "一段很長的正文在這裡，比標題多很多字，才知道什麼是正文。";
    const page = show("標題", 50, 760, { size: 20 }) + show(body, 50, 700) + show(body, 50, 682);
    const result = await readDocument(add("sizes.pdf", makePdf({ pages: [page] })));
    const lines = result.status === "read" ? result.lines.filter((line) => line.text !== "") : [];
    expect(lines.map((line) => line.heading)).toEqual([1, undefined, undefined]);
  });
});
