import { statSync, truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fold } from "../../ingest/language/fold.ts";
import { readDocument } from "../../ingest/read/read-document.ts";
import { structureDocument } from "../../ingest/structure/structure.ts";
import { createCorpusFolder } from "../ingest/read/corpus-folder.ts";
import { encode, encodeUtf16 } from "../ingest/read/encode.ts";

const { add, read, texts, outcome, warnings } = createCorpusFolder();
const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const traditional = "香港應加快發展創新科技，並與內地合作。\n功能、許可、蓋章：年報。\n";
const simplified = "香港应加快发展创新科技，并与内地合作。\n第二行：年报。\n";

describe("text in any state", () => {
  it.each([
    ["a file of 0 bytes", ""],
    ["spaces and line ends", "  \n\t\r\n \u3000\n"],
    ["zero-width characters", "\u200b\ufeff\u2060\n\u200d\n"],
    ["a byte order mark alone", Uint8Array.of(0xef, 0xbb, 0xbf)],
  ])("[R001] refuses %s as empty", async (_name, content) => {
    expect(await outcome("empty.txt", content)).toBe("empty");
  });

  it("[R002] reads UTF-8 with a byte order mark as its twin without one", async () => {
    expect(await texts("bom.txt", `\uFEFF${traditional}`)).toEqual(await texts("twin.txt", traditional));
    expect((await texts("bom.txt", `\uFEFF${traditional}`))[0]).toMatch(/^香/);
  });

  it.each(["le", "be"] as const)(
    "[R003] reads UTF-16%s with and without a mark as its UTF-8 twin",
    async (order) => {
      const twin = await texts("twin.txt", traditional);
      expect(await texts("mark.txt", encodeUtf16(traditional, order, { mark: true }))).toEqual(twin);
      expect(await texts("bare.txt", encodeUtf16(traditional, order))).toEqual(twin);
      expect(await texts("english.txt", encodeUtf16("Plain words.\n", order))).toEqual(["Plain words."]);
    },
  );

  it("[R004] reads GB18030, four-byte characters included, as its UTF-8 twin", async () => {
    expect(await texts("gb.txt", encode(simplified, "gb18030"))).toEqual(await texts("twin.txt", simplified));
    const fourBytes = [0x95, 0x32, 0x82, 0x36];
    const rare = Buffer.concat([encode(simplified, "gb18030"), Buffer.from(fourBytes)]);
    expect(await texts("rare.txt", rare)).toEqual([...simplified.trimEnd().split("\n"), "𠀀"]);
  });

  it("[R005] reads Big5, short files and trail bytes like a backslash included, as its UTF-8 twin", async () => {
    expect([...encode("功許蓋", "big5")]).toEqual(expect.arrayContaining([0x5c]));
    expect(await texts("big5.txt", encode(traditional, "big5"))).toEqual(
      await texts("twin.txt", traditional),
    );
    const short = "支援中小企業升級轉型的建議（許功蓋）四項";
    expect([...short]).toHaveLength(20);
    expect(await texts("short.txt", encode(short, "big5"))).toEqual([short]);
  });

  it.each([
    ["a byte that is never UTF-8", [0xff], 1],
    ["an overlong form", [0xc0, 0xaf], 2],
    ["half of a surrogate pair", [0xed, 0xa0, 0x80], 3],
  ])(
    "[R006] keeps good lines at their numbers beside %s, and lists the damage",
    async (_name, damage, count) => {
      const file = bytes("第一行完好無缺\n第二行", damage, "有壞字\n第三行完好無缺\n");
      const result = await read("lossy.txt", file);
      expect(result).toMatchObject({
        status: "read",
        lines: [{ text: "第一行完好無缺" }, { number: 2 }, { number: 3, text: "第三行完好無缺" }],
        warnings: [{ code: `lossy:${count}`, line: 2 }],
      });
    },
  );

  it("[R006] reads a file whose last character is cut, and lists it", async () => {
    const cut = Buffer.from("第一行完好無缺\n末行").subarray(0, -1);
    expect(await texts("cut.txt", cut)).toEqual(["第一行完好無缺", "末\uFFFD"]);
    expect(await warnings("cut.txt", cut)).toEqual(["lossy:1"]);
  });

  it.each([
    ["NUL bytes", bytes("text", [0], "text")],
    ["a PNG", bytes([0x89], "PNG\r\n", [0x1a, 0x0a, 0, 0, 0, 13])],
    ["an ELF program", bytes([0x7f], "ELF", [2, 1, 1, 0])],
    ["a gzip", bytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
    ["a zip", bytes("PK", [3, 4, 20, 0])],
    ["a PDF", bytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\n")],
  ])("[R007] refuses %s under a text file's name as binary", async (_name, content) => {
    expect(await outcome("wrong.txt", content)).toBe("binary");
    expect(await outcome("wrong.md", content)).toBe("binary");
  });

  it("[R008] refuses one line of 100 MB in seconds and within memory", async () => {
    const path = add("line.txt", Buffer.alloc(100 * 1024 * 1024, "a"));
    const before = process.memoryUsage().rss;
    const started = Date.now();
    expect(await readDocument(path)).toMatchObject({ code: "line_too_long" });
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(700 * 1024 * 1024);
    truncateSync(path);
    expect(statSync(path).size).toBe(0);
  });

  it("[R009] numbers a million lines rightly", async () => {
    const content = Array.from({ length: 1_000_000 }, (_, index) => `line ${index + 1}`).join("\n");
    const result = await read("million.txt", content);
    if (result.status === "refused") throw new Error(result.message);
    for (const number of [1, 500_000, 1_000_000])
      expect(result.lines[number - 1]).toEqual({ number, text: `line ${number}`, page: null });
  });

  it("[R010] ends lines at \\n, \\r\\n and \\r and at nothing else", async () => {
    const content = "a\u2028b\nc\u2029d\r\ne\u0085f\rg\fh\vi\n\nlast";
    expect(await texts("ends.txt", content)).toEqual([
      "a\u2028b",
      "c\u2029d",
      "e\u0085f",
      "g\fh\vi",
      "",
      "last",
    ]);
  });

  it("[R011] keeps every code point: joined pictures, rare characters, variants, composed and decomposed", async () => {
    const lines = ["👩‍👩‍👧‍👦 家庭", "𠮷野家", "葛\u{e0100}城", "cafe\u0301 e\u0301", "café"];
    expect(await texts("points.txt", lines.join("\n"))).toEqual(lines);
    expect(await warnings("points.txt", lines.join("\n"))).toEqual([]);
  });

  it("[R012] lists characters that show nothing, and keeps the line as it is", async () => {
    const content = "安全的行\n批\u200b准 pay\u00adment \u202Eexe.txt\u202C\n";
    const result = await read("hidden.txt", content);
    expect(result).toMatchObject({
      lines: [{}, { text: "批\u200b准 pay\u00adment \u202Eexe.txt\u202C" }],
      warnings: [{ code: "hidden_chars:4", line: 2 }],
    });
  });

  it("[R013] reads the same text in both scripts so that both fold to one", async () => {
    const hant = await texts("hant.txt", "香港應加快發展創新科技。");
    const hans = await texts("hans.txt", encode("香港应加快发展创新科技。", "gb18030"));
    expect(hant.map(fold)).toEqual(hans.map(fold));
  });

  it.each([
    ["opening brackets", "[".repeat(50_000)],
    ["quote marks", ">".repeat(50_000)],
    ["asterisks", "*".repeat(50_000)],
    ["asterisks and blanks", "* ".repeat(50_000)],
    ["table rules", "|---".repeat(50_000)],
    ["a table of 2 MB", "| a | b | c | d |\n".repeat(120_000)],
  ])("[R030] reads markdown with %s without delay", async (_name, content) => {
    const started = Date.now();
    const result = await read("heavy.md", content);
    if (result.status === "refused") throw new Error(result.message);
    expect(Date.now() - started).toBeLessThan(1000);
  });

  it.each([["[".repeat(50_000)], [">".repeat(50_000)], ["*".repeat(50_000)]])(
    "[R030] structures markdown of 50,000 marks without delay: %.3s…",
    async (content) => {
      const result = await read("heavy.md", content);
      if (result.status === "refused") throw new Error(result.message);
      const started = Date.now();
      structureDocument("heavy.md", result.lines);
      expect(Date.now() - started).toBeLessThan(1000);
    },
  );

  it("[R031] reads a table with a bad row, lists the row, and keeps formulas as the text they are", async () => {
    const content = "name,value\na,\"open\nb,2\n=cmd|' /C calc'!A0,3\n";
    const result = await read("table.csv", content);
    expect(result).toMatchObject({
      status: "read",
      lines: [
        { number: 1, text: "| name | value |" },
        { number: 2, text: '| a | "open |' },
        { number: 3, text: "| b | 2 |" },
        { number: 4, text: "| =cmd|' /C calc'!A0 | 3 |" },
      ],
      warnings: [{ code: "bad_row:2", line: 2 }],
    });
  });
});
