import { describe, expect, it } from "vitest";
import { readDocument } from "../../../ingest/read/read-document.ts";
import { createCorpusFolder } from "./corpus-folder.ts";
import { makeDocx, paragraph, relation } from "./office-files.ts";

const { add, texts, warnings } = createCorpusFolder();

const styles = `<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="a2"><w:name w:val="my own"/><w:basedOn w:val="a1"/></w:style>`;

const level = (at: number, format: string, pattern: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
const numbering = `
  <w:abstractNum w:abstractNumId="0">${level(0, "taiwaneseCountingThousand", "%1、")}${level(1, "decimal", "%1.%2")}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, "bullet", "\uf0b7")}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`;
const item = (text: string, list: number, at = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;

describe("a Word document", () => {
  it("gives paragraphs and table rows as lines, headings apart with their depth", async () => {
    const body = [
      paragraph("第一章", '<w:pStyle w:val="a2"/>'),
      paragraph("內容在此。"),
      `<w:tbl><w:tr>${cell("年")}${cell("數")}</w:tr><w:tr>${cell("2024")}${cell("12")}</w:tr></w:tbl>`,
    ].join("");
    expect(await readDocument(add("a.docx", makeDocx({ body, styles })))).toEqual({
      status: "read",
      lines: [
        { number: 1, text: "第一章", page: null, heading: 1 },
        { number: 2, text: "", page: null },
        { number: 3, text: "內容在此。", page: null },
        { number: 4, text: "| 年 | 數 |", page: null },
        { number: 5, text: "| 2024 | 12 |", page: null },
      ],
    });
  });

  it("numbers lists as Word shows them", async () => {
    const body = [
      item("甲", 1),
      item("子", 1, 1),
      item("丑", 1, 1),
      item("乙", 1),
      item("寅", 1, 1),
      item("點", 2),
    ];
    expect(await texts("list.docx", makeDocx({ body: body.join(""), numbering }))).toEqual([
      "一、甲",
      "一.1 子",
      "一.2 丑",
      "二、乙",
      "二.1 寅",
      "• 點",
    ]);
  });

  it("puts footnotes after the body, each under the mark it has in the text", async () => {
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body = `<w:p><w:r><w:t>見註</w:t></w:r>${reference(7)}<w:r><w:t>和</w:t></w:r>${reference(3)}</w:p>`;
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
    const footnotes = `<w:footnote w:type="separator" w:id="0">${paragraph("—")}</w:footnote>${note(3, "乙註。")}${note(7, "甲註。")}`;
    expect(await texts("notes.docx", makeDocx({ body, footnotes }))).toEqual([
      "見註¹和²",
      "",
      "¹ 甲註。",
      "² 乙註。",
    ]);
  });

  it("reads inserted text and text boxes, and neither deleted nor hidden text", async () => {
    const body = `<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>舊</w:delText></w:r></w:del>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>文</w:t><w:br/><w:t>次行</w:t></w:r>
      <w:r><w:pict><w:txbxContent>${paragraph("框")}</w:txbxContent></w:pict></w:r></w:p>`;
    const file = makeDocx({ body });
    expect(await texts("marks.docx", file)).toEqual(["新文", "次行", "框"]);
    expect(await warnings("marks.docx", file)).toEqual(["hidden_text:1"]);
  });

  it("names comments, headers and footers as left out, and no bare page number", async () => {
    const part = (name: string, content: string) => ({
      name: `word/${name}.xml`,
      data: `<w:${name.replace(/\d/, "")} xmlns:w="w">${content}</w:${name.replace(/\d/, "")}>`,
    });
    const file = makeDocx({
      body: paragraph("正文。"),
      relations: [
        relation("a", "comments", "comments.xml"),
        relation("b", "header", "header1.xml"),
        relation("c", "header", "header2.xml"),
        relation("d", "footer", "footer1.xml"),
      ].join(""),
      more: [
        part(
          "comments",
          `<w:comment>${paragraph("改？")}</w:comment><w:comment>${paragraph("好。")}</w:comment>`,
        ),
        part("header1", paragraph("內部文件")),
        part("header2", paragraph("內部文件")),
        part("footer1", paragraph("第 1 頁，共 3 頁")),
      ],
    });
    expect(await texts("left.docx", file)).toEqual(["正文。"]);
    expect(await warnings("left.docx", file)).toEqual(["comments_left_out:2", "headers_left_out:1"]);
  });
});
