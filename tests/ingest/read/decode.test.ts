import { describe, expect, it } from "vitest";
import { decodeText } from "../../../ingest/read/decode.ts";
import { encode, encodeUtf16 } from "./encode.ts";

const traditional = "香港應加快發展創新科技，並加強與內地城市的合作。\n第二行：許功蓋（2024）年報。\n";
const simplified = "香港应加快发展创新科技，并加强与内地城市的合作。\n第二行：机构（2024）年报。\n";
const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? utf8(part) : Uint8Array.from(part))));

describe("decodeText", () => {
  it.each([
    ["UTF-8", traditional, utf8(traditional), "utf-8"],
    ["UTF-8 with a mark", traditional, utf8(`\uFEFF${traditional}`), "utf-8"],
    ["UTF-16LE with a mark", simplified, encodeUtf16(simplified, "le", { mark: true }), "utf-16le"],
    ["UTF-16BE with a mark", simplified, encodeUtf16(simplified, "be", { mark: true }), "utf-16be"],
    ["UTF-16LE", traditional, encodeUtf16(traditional, "le"), "utf-16le"],
    ["UTF-16BE", traditional, encodeUtf16(traditional, "be"), "utf-16be"],
    ["UTF-16LE in English", "Plain words.\n", encodeUtf16("Plain words.\n", "le"), "utf-16le"],
    ["Big5", traditional, encode(traditional, "big5"), "big5"],
    ["GB18030 of simplified text", simplified, encode(simplified, "gb18030"), "gb18030"],
    ["GB18030 of traditional text", traditional, encode(traditional, "gb18030"), "gb18030"],
    ["two characters of Big5", "中文", encode("中文", "big5"), "big5"],
    [
      "English with a name in Big5",
      "The name 香港 in a sentence.",
      encode("The name 香港 in a sentence.", "big5"),
      "big5",
    ],
  ])("reads %s", (_name, text, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ status: "text", text, encoding, replaced: 0 });
  });

  it("keeps the good text of damaged UTF-8 and counts the damage", () => {
    const bytes = bytesOf("第一行很好\n第二", [0xff], "行壞了\n第三行很好\uFFFD\n");
    expect(decodeText(bytes)).toEqual({
      status: "text",
      text: "第一行很好\n第二\uFFFD行壞了\n第三行很好\uFFFD\n",
      encoding: "utf-8",
      replaced: 1,
    });
  });

  it("keeps the good text of Big5 whose last character is cut", () => {
    const bytes = encode(traditional.repeat(3).trimEnd(), "big5").slice(0, -1);
    expect(decodeText(bytes)).toMatchObject({ encoding: "big5", replaced: 1 });
  });

  it("says that it does not know an encoding, and never guesses one", () => {
    const shiftJis = [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x83, 0x65, 0x83, 0x4c, 0x83, 0x58];
    expect(decodeText(Uint8Array.from(shiftJis))).toEqual({ status: "unknown" });
  });

  it("believes what a page declares only where the bytes show nothing better", () => {
    const western = bytesOf("Caf", [0xe9], " d", [0xe9], "j", [0xe0], " vu: ", [0xe9, 0xe8, 0xe0]);
    expect(decodeText(western, "windows-1252")).toMatchObject({ text: "Café déjà vu: éèà" });
    expect(decodeText(encode(traditional, "big5"), "windows-1252")).toMatchObject({ text: traditional });
    expect(decodeText(utf8(traditional), "no-such-encoding")).toMatchObject({ text: traditional });
  });

  it.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ["a gzip", [0x1f, 0x8b, 0x08, 0x00]],
    ["text with a NUL", [0x61, 0x62, 0x00, 0x63, 0x64]],
    ["control characters", [1, 2, 3, 4, 5, 6, 0x61]],
    ["two control characters in a hundred", [1, 2, ...Array<number>(98).fill(0x61)]],
  ])("calls %s binary", (_name, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ status: "binary" });
  });

  it.each([
    ["one control character in a hundred", [1, ...Array<number>(99).fill(0x61)]],
    ["a terminal's colours", [0x1b, 0x5b, 0x33, 0x31, 0x6d, 0x61]],
    ["tabs, line ends and page ends", [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x61]],
  ])("calls %s text", (_name, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toMatchObject({ status: "text" });
  });
});
