import { truncateSync } from "node:fs";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../ingest/read/read-document.ts";
import { createCorpusFolder } from "../ingest/read/corpus-folder.ts";
import { makePdf, show, showCoded, stream } from "../ingest/read/pdf-files.ts";

const { add, read, texts, outcome, warnings } = createCorpusFolder();
const latin = (text: string, y = 700) => show(text, 50, y, { font: "Latin" });

describe("PDFs of any kind", () => {
  it("[R019] reads a PDF of more pages than the limit up to it, and lists how many are left out", async () => {
    const file = makePdf({ pages: Array.from({ length: 120 }, (_, index) => latin(`Page ${index + 1}`)) });
    const limited = { limits: { pdfPages: 100 } };
    expect(await warnings("pages.pdf", file, limited)).toEqual(["pages_left_out:20"]);
    const result = await read("pages.pdf", file, limited);
    expect(result.status === "read" && result.lines.at(-1)).toMatchObject({ text: "Page 100", page: 100 });
  });

  it("[R019] refuses 500 MB without reading them", async () => {
    const path = add("huge.pdf", "%PDF-1.7\n");
    truncateSync(path, 500 * 1024 * 1024);
    const started = Date.now();
    expect(await readDocument(path)).toMatchObject({ status: "refused", code: "too_large" });
    expect(Date.now() - started).toBeLessThan(500);
  });

  it("[R019] ends a PDF at its time limit, says how far it came, and reads the next", async () => {
    const pages = Array.from({ length: 3_000 }, (_, index) => latin(`Page ${index + 1}`).repeat(20));
    await outcome("warm.pdf", makePdf({ pages: [latin("Fine")] }));
    const result = await read("slow.pdf", makePdf({ pages }), { limits: { timeInMs: 1_000 } });
    expect(result).toMatchObject({ status: "refused", code: "too_slow" });
    expect(result.status === "refused" && result.message).toMatch(/longer than 1 s.*of 3000 pages done/);
    expect(await texts("next.pdf", makePdf({ pages: [latin("Fine")] }))).toEqual(["Fine"]);
  });

  it("[R020] refuses a PDF that asks for a password, and reads one that only restricts its use", async () => {
    const pages = [latin("Open to read")];
    expect(await outcome("user.pdf", makePdf({ pages, password: "user" }))).toBe("encrypted");
    expect(await texts("owner.pdf", makePdf({ pages, password: "owner" }))).toEqual(["Open to read"]);
  });

  it("[R021] refuses a scanned PDF, and lists the pages without text of another", async () => {
    const scan = "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q";
    expect(await outcome("scan.pdf", makePdf({ pages: [scan, scan] }))).toBe("no_text_layer");
    expect(await warnings("part.pdf", makePdf({ pages: [latin("Text"), scan] }))).toEqual([
      "pages_without_text:1",
    ]);
  });

  it("[R022] comes through a PDF cut anywhere", async () => {
    const file = makePdf({ pages: [latin("First"), show("第二頁", 50, 700)] });
    const seen = new Set<string>();
    for (let length = 0; length < file.length; length += Math.ceil(file.length / 40))
      seen.add(await outcome("cut.pdf", file.subarray(0, length)));
    expect(
      [...seen].filter((code) => !["read", "corrupt", "no_text_layer", "encrypted"].includes(code)),
    ).toEqual([]);
    expect(await texts("whole.pdf", file)).toEqual(["First", "第二頁"]);
  });

  it("[R022] comes through 1,000 PDFs with flipped bits", async () => {
    const file = makePdf({ pages: [latin("First") + showCoded([1, 2], 50, 680)] });
    const random = createRandom(20_260_101);
    const outcomes = new Map<string, number>();
    for (let round = 0; round < 1_000; round++) {
      const mutant = Buffer.from(file);
      for (let flips = 0; flips < 1 + (round % 20); flips++) {
        const at = Math.floor(random() * mutant.length);
        mutant[at] = (mutant[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      }
      const result = await outcome("mutant.pdf", mutant, { limits: { timeInMs: 3_000 } });
      outcomes.set(result, (outcomes.get(result) ?? 0) + 1);
    }
    const known = ["read", "corrupt", "no_text_layer", "encrypted", "too_slow", "too_large"];
    expect([...outcomes.keys()].filter((code) => !known.includes(code))).toEqual([]);
    expect(outcomes.get("read")).toBeGreaterThan(300);
    expect(await texts("whole.pdf", file)).toEqual(["First", "香港"]);
  }, 60_000);

  it("[R023] runs nothing that a PDF brings along and asks nobody for anything", async () => {
    const { port, connections, close } = await countConnections();
    const url = `http://127.0.0.1:${port}/`;
    const file = makePdf({
      pages: [latin("Only this")],
      catalogue:
        "/OpenAction 20 0 R /Names << /EmbeddedFiles << /Names [(x) 21 0 R] >> /JavaScript << /Names [(j) 20 0 R] >> >> /AA << /WC 20 0 R >>",
      objects: [
        `<< /S /JavaScript /JS (app.launchURL\\("${url}"\\); globalThis.pwned = 1;) >>`,
        "<< /Type /Filespec /F (secret.txt) /EF << /F 22 0 R >> >>",
        stream("embedded words"),
      ],
    });
    expect(await texts("active.pdf", file)).toEqual(["Only this"]);
    expect(connections()).toBe(0);
    close();
  });
});

/** A seeded source of numbers from 0 to 1 (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

async function countConnections() {
  let count = 0;
  const server = createServer((socket) => {
    count++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { port, connections: () => count, close: () => server.close() };
}
