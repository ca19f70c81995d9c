import { describe, expect, it } from "vitest";
import { readDocument } from "../../../ingest/read/read-document.ts";
import { createCorpusFolder } from "./corpus-folder.ts";
import { makePptx, makeXlsx } from "./office-files.ts";

const { add, texts, warnings } = createCorpusFolder();

describe("a workbook", () => {
  const strings = "<si><t>項目</t></si><si><r><t>金</t></r><r><t>額</t></r><rPh><t>きん</t></rPh></si>";
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="22"/></cellXfs>';
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
    <row r="2"><c r="A2" s="1"><v>45717</v></c><c r="B2" s="2"><v>0.359</v></c><c r="C2"><v>0.30000000000000004</v></c></row>
    <row r="9"><c r="A9" t="inlineStr"><is><t>註：完</t></is></c></row>
    <row r="10"><c r="A10" t="b"><v>1</v></c><c r="B10" s="3"><v>45717.5</v></c></row>`;

  it("gives each sheet's name and rows, with values as they are shown", async () => {
    expect(await texts("a.xlsx", makeXlsx([{ name: "預算", rows }], { strings, styles }))).toEqual([
      "預算",
      "",
      "| 項目 |  | 金額 |",
      "| 2025-03-01 | 35.9% | 0.3 |",
      "",
      "註：完",
      "| TRUE | 2025-03-01 12:00 |",
    ]);
  });

  it("leaves hidden sheets out and names them", async () => {
    const file = makeXlsx([
      { name: "公開", rows: '<row><c t="str"><v>一</v></c></row>' },
      { name: "內部", state: "hidden", rows: '<row><c t="str"><v>二</v></c></row>' },
    ]);
    expect(await texts("b.xlsx", file)).toEqual(["公開", "", "一"]);
    expect(await warnings("b.xlsx", file)).toEqual(["hidden_sheet"]);
  });
});

describe("a presentation", () => {
  const shape = (type: string, ...paragraphs: string[]) =>
    `<p:sp><p:nvPr><p:ph type="${type}"/></p:nvPr><p:txBody>${paragraphs.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join("")}</p:txBody></p:sp>`;

  it("gives each slide as a page, its title first", async () => {
    const file = makePptx([
      { shapes: shape("body", "要點一", "要點二") + shape("title", "標題") },
      { shapes: shape("body", "藏"), isHidden: true },
      { shapes: shape("body", "末頁") },
    ]);
    expect(await readDocument(add("a.pptx", file))).toMatchObject({
      lines: [
        { number: 1, text: "標題", page: 1, heading: 1 },
        { number: 2, text: "", page: 1 },
        { number: 3, text: "要點一", page: 1 },
        { number: 4, text: "要點二", page: 1 },
        { number: 5, text: "", page: 1 },
        { number: 6, text: "末頁", page: 3 },
      ],
      warnings: [{ code: "hidden_slides:1" }],
    });
  });

  it("names speaker notes and comments as left out", async () => {
    const number = '<p:sp><a:p><a:fld type="slidenum"><a:t>1</a:t></a:fld></a:p></p:sp>';
    const file = makePptx([
      { shapes: shape("body", "一"), notes: shape("body", "講稿") + number },
      {
        shapes: shape("body", "二"),
        notes: shape("body") + number,
        comments: "<p:cm><p:text>改？</p:text></p:cm>",
      },
      { shapes: shape("body", "藏"), notes: shape("body", "講稿"), isHidden: true },
    ]);
    expect(await texts("b.pptx", file)).toEqual(["一", "", "二"]);
    expect(await warnings("b.pptx", file)).toEqual([
      "hidden_slides:1",
      "comments_left_out:1",
      "notes_left_out:1",
    ]);
  });
});
