import { describe, expect, it } from "vitest";
import { readDocument } from "../../../ingest/read/read-document.ts";
import { createCorpusFolder } from "./corpus-folder.ts";
import { encode } from "./encode.ts";

const { add, texts, warnings } = createCorpusFolder();

describe("a web page", () => {
  it("gives its blocks of text, with headings apart and list items as a browser marks them", async () => {
    const page = `<title>年報</title><h1>年報</h1><p>第一段
      分行。 <b>Bold</b> text</p><ul><li>甲<ol start=3><li>子</li><li><p>丑</p></li></ol></li><li>乙</li></ul>a<br>b`;
    expect(await texts("page.html", page)).toEqual([
      "年報",
      "",
      "第一段分行。 Bold text",
      "• 甲",
      "3. 子",
      "4. 丑",
      "• 乙",
      "a",
      "b",
    ]);
  });

  it("opens with the title where no heading says the same, and hints at the depth of headings", async () => {
    const result = await readDocument(add("title.htm", "<title>政策摘要</title><h2>背景</h2><p>內容。</p>"));
    expect(result).toMatchObject({
      lines: [
        { number: 1, text: "政策摘要", heading: 1 },
        { number: 2, text: "" },
        { number: 3, text: "背景", heading: 2 },
        { number: 4, text: "" },
        { number: 5, text: "內容。" },
      ],
    });
  });

  it("gives a table of data row by row, and a table that lays out the page as its blocks", async () => {
    const data = "<table><tr><th>年<th>數<tr><td>2024<td>12<tr><td>備註</table>";
    expect(await texts("data.html", data)).toEqual(["| 年 | 數 |", "| 2024 | 12 |", "備註"]);
    const layout = "<table><tr><td><h1>左</h1><p>文</p><td><ul><li>右</ul></table>";
    expect(await texts("layout.html", layout)).toEqual(["左", "", "文", "• 右"]);
  });

  it("keeps the lines of preformatted text", async () => {
    expect(await texts("pre.html", "<pre>\n x = 1\n   y\n</pre>")).toEqual([" x = 1", "   y"]);
  });

  it("reads Big5 whatever charset the page declares", async () => {
    const page = '<meta charset="windows-1252"><p>香港應加快發展創新科技，支援中小企業。</p>';
    expect(await texts("big5.html", encode(page, "big5"))).toEqual([
      "香港應加快發展創新科技，支援中小企業。",
    ]);
  });

  it("leaves out what a style sheet hides and says how much", async () => {
    const page = "<style>.off{display: none}</style><p class='x off'>祕密</p><p>公開</p>";
    expect(await texts("hidden.html", page)).toEqual(["公開"]);
    expect(await warnings("hidden.html", page)).toEqual(["hidden_text:2"]);
  });
});
