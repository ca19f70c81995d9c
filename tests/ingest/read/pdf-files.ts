import { createHash } from "node:crypto";

export interface PdfOptions {
  /** Content streams, one a page; fonts are /Latin, /Chinese (UniCNS-UCS2-H), /Down (UniCNS-UCS2-V), /Coded. */
  readonly pages: readonly string[];
  readonly rotate?: number;
  /** More entries of the catalogue, and more objects (numbered from 20). */
  readonly catalogue?: string;
  readonly objects?: readonly string[];
  readonly password?: "user" | "owner";
}

/** A PDF written out by hand. */
export function makePdf({ pages, rotate = 0, catalogue = "", objects = [], password }: PdfOptions): Buffer {
  const firstPage = 100;
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(" ");
  const all = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`],
    [2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`],
    [3, "<< /Font << /Latin 4 0 R /Chinese 5 0 R /Down 7 0 R /Coded 8 0 R >> >>"],
    [4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"],
    [5, chineseFont("UniCNS-UCS2-H")],
    [
      6,
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MSung-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 3 >> /DW 1000 /FontDescriptor 11 0 R >>",
    ],
    [7, chineseFont("UniCNS-UCS2-V")],
    [
      8,
      "<< /Type /Font /Subtype /Type0 /BaseFont /Coded /Encoding /Identity-H /DescendantFonts [9 0 R] /ToUnicode 10 0 R >>",
    ],
    [
      9,
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Coded /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 11 0 R >>",
    ],
    [10, stream(toUnicode)],
    [
      11,
      "<< /Type /FontDescriptor /FontName /MSung-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >>",
    ],
  ]);
  for (const [index, object] of objects.entries()) all.set(20 + index, object);
  pages.forEach((content, index) => {
    const number = firstPage + 2 * index;
    all.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Resources 3 0 R /Contents ${number + 1} 0 R >>`,
    );
    all.set(number + 1, password === undefined ? stream(content) : stream(encrypt(content, number + 1)));
  });
  if (password !== undefined) {
    const check = password === "owner" ? rc4(fileKey, padding).toString("hex") : "00".repeat(32);
    all.set(12, `<< /Filter /Standard /V 1 /R 2 /O <${ownerEntry.toString("hex")}> /U <${check}> /P -4 >>`);
    all.set(10, stream(encrypt(toUnicode, 10)));
  }
  return assemble(all, password === undefined ? "" : "/Encrypt 12 0 R /ID [<00> <00>]");
}

/** `(text) at x, y` in a font and size, as an operator for a content stream. */
export function show(text: string, x: number, y: number, { font = "Chinese", size = 12 } = {}): string {
  const shown = font === "Latin" ? `(${text.replace(/[\\()]/g, "\\$&")})` : `<${hexOf(text)}>`;
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown} Tj ET\n`;
}

/** Codes of the font /Coded: its glyph 1 is 香, 2 is 港. */
export function showCoded(glyphs: readonly number[], x: number, y: number): string {
  const codes = glyphs.map((glyph) => glyph.toString(16).padStart(4, "0")).join("");
  return `BT /Coded 12 Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET\n`;
}

function hexOf(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex");
}

function chineseFont(encoding: string): string {
  return `<< /Type /Font /Subtype /Type0 /BaseFont /MSung-Light-${encoding} /Encoding /${encoding} /DescendantFonts [6 0 R] >>`;
}

const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <9999> <0002> <6E2F> endbfchar endcmap end end`;

export function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assemble(objects: ReadonlyMap<number, string>, trailer: string): Buffer {
  const chunks = ["%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"];
  const offsets = new Map<number, number>();
  let length = chunks[0]?.length ?? 0;
  for (const [number, object] of objects) {
    const chunk = `${number} 0 obj\n${object}\nendobj\n`;
    offsets.set(number, length);
    chunks.push(chunk);
    length += chunk.length;
  }
  const last = Math.max(...objects.keys());
  const rows = Array.from({ length: last + 1 }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  chunks.push(
    `xref\n0 ${last + 1}\n${rows.join("")}trailer\n<< /Size ${last + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(chunks.join(""), "latin1");
}

/** PDF 32000-1, 7.6.3: the padding of passwords, and the key of an empty user password. */
const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const ownerEntry = Buffer.alloc(32, 7);
const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
const fileKey = md5(Buffer.concat([padding, ownerEntry, permissions, Buffer.from([0])])).subarray(0, 5);

function encrypt(content: string, object: number): string {
  const salt = Buffer.from([object & 255, (object >> 8) & 255, 0, 0, 0]);
  return rc4(md5(Buffer.concat([fileKey, salt])).subarray(0, 10), Buffer.from(content, "latin1")).toString(
    "latin1",
  );
}

function md5(bytes: Buffer): Buffer {
  return createHash("md5").update(bytes).digest();
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return bytes.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  }) as Buffer;
}
