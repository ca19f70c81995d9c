import { describe, expect, it } from "vitest";
import { createCorpusFolder } from "./corpus-folder.ts";
import { encode } from "./encode.ts";

const { texts } = createCorpusFolder();

describe("a table of text", () => {
  it.each([
    ["commas", "a.csv", "項目,金額\n甲,12\n"],
    ["semicolons", "b.csv", "項目;金額\r\n甲;12\r\n"],
    ["tabs", "c.tsv", "項目\t金額\n甲\t12"],
  ])("gives a line for each row, its cells parted by %s", async (_name, id, table) => {
    expect(await texts(id, table)).toEqual(["| 項目 | 金額 |", "| 甲 | 12 |"]);
  });

  it("reads quotes, line ends inside quotes, and counts empty rows", async () => {
    const table = 'a,"b ""q"", c"\n\n"two\nlines",d\nlast,\n';
    expect(await texts("q.csv", table)).toEqual(['| a | b "q", c |', "", "| two lines | d |", "last"]);
  });

  it("reads what Excel saves in Hong Kong and on the mainland", async () => {
    const rows = "部門,建議\n工業貿易署,支援中小企業發展\n";
    const read = ["| 部門 | 建議 |", "| 工業貿易署 | 支援中小企業發展 |"];
    expect(await texts("hk.csv", encode(rows, "big5"))).toEqual(read);
    expect(await texts("cn.csv", encode(rows, "gb18030"))).toEqual(read);
  });
});
