import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCorpusFolder } from "../ingest/read/corpus-folder.ts";
import { makeDocx, makePptx, makeXlsx, paragraph, relation } from "../ingest/read/office-files.ts";
import { makeZip } from "../ingest/read/zip-files.ts";

const { folder, read, texts, outcome, warnings } = createCorpusFolder();
const body = paragraph("內容在此。");
const good = makeDocx({ body });

describe("office files of any kind", () => {
  it.each([
    ["text under its name", Buffer.from("not a zip")],
    ["nothing", Buffer.alloc(0)],
    ["an archive without its end", good.subarray(0, -40)],
    ["an archive whose list of parts is broken", corruptDirectory(good)],
    ["an archive without a document", makeZip([{ name: "other.xml", data: "<a/>" }])],
    ["XML that is not well formed", makeDocx({ body: "<w:p><w:r>" })],
    ["a document that is no XML", makeZip([{ name: "word/document.xml", data: "plain" }])],
  ])("[R024] refuses %s as corrupt", async (_name, file) => {
    expect(await outcome("bad.docx", file)).toBe("corrupt");
    expect(await texts("good.docx", good)).toEqual(["內容在此。"]);
  });

  it("[R024] comes through a document with any byte of its archive changed", async () => {
    for (let at = 0; at < good.length; at += 7) {
      const file = Buffer.from(good);
      file[at] = (file[at] ?? 0) ^ 0xff;
      const known = ["read", "corrupt", "encrypted", "unsafe_archive", "too_large", "empty"];
      expect(known).toContain(await outcome("flipped.docx", file));
    }
  });

  it("[R025] stops a part of 1 GB packed to 1 MB by the bytes that come out", async () => {
    const bomb = makeZip([{ name: "word/document.xml", data: Buffer.alloc(256 * 1024 * 1024) }]);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    const started = Date.now();
    expect(await outcome("bomb.docx", bomb)).toBe("too_large");
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it("[R025] refuses a part that says it is small and is not", async () => {
    const liar = makeZip([
      { name: "word/document.xml", data: Buffer.alloc(64 * 1024 * 1024), statedSize: 1000 },
    ]);
    expect(["corrupt", "too_large"]).toContain(await outcome("liar.docx", liar));
  });

  it("[R025] refuses 100,000 parts, and parts that lie over each other", async () => {
    const many = Array.from({ length: 60_000 }, (_, index) => ({ name: `a${index}`, data: "" }));
    expect(await outcome("many.docx", makeZip(many))).toBe("too_large");
    const first = {
      name: "a",
      data: Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251)),
    };
    const over = Array.from({ length: 50 }, (_, index) => ({
      ...first,
      name: `b${index}`,
      overlapsFirst: true,
    }));
    expect(await outcome("over.docx", makeZip([first, ...over]))).toBe("unsafe_archive");
  });

  it.each([
    ["a name that climbs", { name: "../x.txt", data: "x" }, "unsafe_archive"],
    ["an absolute name", { name: "/etc/x.txt", data: "x" }, "unsafe_archive"],
    ["a drive letter", { name: "C:\\x.txt", data: "x" }, "unsafe_archive"],
    ["a link", { name: "link", data: "/etc/passwd", isLink: true }, "unsafe_archive"],
    ["a part under a password", { name: "word/x.xml", data: "x", isEncrypted: true }, "encrypted"],
  ])("[R026] refuses %s and writes nothing", async (_name, part, code) => {
    const file = makeDocx({ body, more: [part] });
    await outcome("unsafe.docx", file);
    const before = namesIn(folder);
    expect(await outcome("unsafe.docx", file)).toBe(code);
    expect(namesIn(folder)).toEqual(before);
    expect(existsSync(join(folder, "..", "x.txt")) || existsSync("/etc/x.txt")).toBe(false);
  });

  it("[R027] reads and asks for nothing outside the document", async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const targets = [
      "file:///etc/passwd",
      "/dev/zero",
      `http://127.0.0.1:${port}/`,
      "../../../../etc/passwd",
    ];
    const relations = targets
      .map((target, index) =>
        relation(`x${index}`, ["image", "styles", "footnotes", "numbering"][index] ?? "", target, "External"),
      )
      .join("");
    const picture = targets.map(
      (_, index) => `<w:r><w:drawing><a:blip r:link="x${index}"/></w:drawing></w:r>`,
    );
    const file = makeDocx({
      body: `<w:p>${picture.join("")}<w:r><w:t>只有這句。</w:t></w:r></w:p>`,
      relations,
    });
    expect(await texts("links.docx", file)).toEqual(["只有這句。"]);
    expect(connections).toBe(0);
    server.close();
  });

  it.each([
    [
      "billion laughs",
      `<!DOCTYPE l [<!ENTITY a "${"ha".repeat(50)}">${laughs()}]><w:document>&z9;</w:document>`,
    ],
    [
      "an external entity",
      '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>',
    ],
    ["a document type", '<!DOCTYPE d SYSTEM "http://127.0.0.1/x.dtd"><w:document/>'],
  ])("[R028] refuses XML with %s at once", async (_name, xml) => {
    await outcome("warm.docx", good);
    const started = Date.now();
    expect(await outcome("dtd.docx", makeZip([{ name: "word/document.xml", data: xml }]))).toBe(
      "unsafe_archive",
    );
    expect(Date.now() - started).toBeLessThan(1000);
  });

  it("[R029] leaves scripts out of a web page, lists hidden text, and comes through deep nesting", async () => {
    const page = `<title>頁</title><script>evil()</script><style>p{}</style><noscript>no</noscript><template>t</template>
      <p>看得見</p><p style="display:none">藏一</p><p hidden>藏二</p><p style="color:#fff">藏三</p>`;
    expect(await texts("page.html", page)).toEqual(["頁", "", "看得見"]);
    expect(await warnings("page.html", page)).toEqual(["hidden_text:6"]);
    expect(await texts("deep.html", `${"<div>".repeat(500)}深${"</div>".repeat(500)}`)).toEqual(["深"]);
    expect(await texts("deeper.html", `${"<span>".repeat(20_000)}更深`)).toEqual(["更深"]);
  });

  it("[R025] ends a file that needs more memory than it may have, and reads the next", async () => {
    const rows = "<row><c t='str'><v>數字</v></c><c t='str'><v>文字</v></c></row>";
    const sheet = makeXlsx([
      {
        name: "大",
        rows: Array.from({ length: 120_000 }, (_, index) => rows.replace("數字", `數字${index * 7919}`)).join(
          "",
        ),
      },
    ]);
    const small = { limits: { memoryInMegabytes: 40 } };
    expect(await outcome("big.xlsx", sheet, small)).toBe("too_large");
    expect(await texts("next.docx", good)).toEqual(["內容在此。"]);
    expect(await outcome("big.xlsx", sheet)).toBe("read");
  });

  it("[R026] applies to slides and sheets alike", async () => {
    const part = { name: "../x", data: "x" };
    for (const [id, file] of [
      ["a.pptx", makePptx([])],
      ["a.xlsx", makeXlsx([])],
    ] as const) {
      expect(await outcome(id, file)).toBe("empty");
      expect(await outcome(id, makeZip([part]))).toBe("unsafe_archive");
    }
  });

  it("[R024] tells a document under a password from an old one", async () => {
    const old = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
    ]);
    expect(await outcome("old.docx", old)).toBe("corrupt");
    const locked = Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await outcome("locked.docx", locked)).toBe("encrypted");
    expect((await read("locked.docx", locked)).status).toBe("refused");
  });
});

function corruptDirectory(file: Buffer): Buffer {
  const broken = Buffer.from(file);
  const at = broken.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  broken.fill(0x41, at, at + 20);
  return broken;
}

function laughs(): string {
  const names = "bcdefghi";
  return [...names]
    .map((name, index) => `<!ENTITY ${name} "${`&${"abcdefghi"[index]};`.repeat(10)}">`)
    .join("");
}

function namesIn(path: string): string[] {
  return readdirSync(path).sort();
}
