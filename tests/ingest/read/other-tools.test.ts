import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeReaders } from "../../../ingest/read/apart/parse-apart.ts";
import { readDocument } from "../../../ingest/read/read-document.ts";
import { structureDocument } from "../../../ingest/structure/structure.ts";
import { seedsFolder } from "../../corpora.ts";

/** LibreOffice takes most of a minute, so that it runs only where it is asked for. */
const isAsked = process.env.OTHER_TOOLS === "1";
if (!isAsked)
  process.stdout.write("SKIPPED: OTHER_TOOLS=1 compares with files made by pandoc and LibreOffice.\n");

describe.skipIf(!isAsked).each(["cma-2025.zh", "overview.en"])("%s, converted by other programs", (seed) => {
  const folder = mkdtempSync(join(tmpdir(), "other-tools-"));
  let original: Sentences;

  beforeAll(async () => {
    copyFileSync(join(seedsFolder, `${seed}.md`), join(folder, "text.md"));
    const run = (tool: string, ...args: string[]) =>
      execFileSync(tool, args, { cwd: folder, stdio: "ignore" });
    const pandoc = (...args: string[]) => run("pandoc", "-f", "gfm", "text.md", ...args);
    pandoc("-o", "text.docx");
    pandoc("-s", "--metadata", "title= ", "-o", "text.html");
    pandoc("-t", "plain", "--wrap=none", "-o", "text.txt");
    const office = ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to"];
    run("soffice", ...office, "pdf", "text.docx");
    run("soffice", ...office, "html", "--outdir", "office", "text.docx");
    original = await readSentences(join(folder, "text.md"));
  });

  afterAll(() => {
    closeReaders();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(["text.html", "office/text.html", "text.docx"])("gives the same sentences as %s", async (name) => {
    const { all } = await readSentences(join(folder, name));
    expect(all).toEqual(original.all);
  });

  // Tables are drawn with strokes in plain text, and their cells run over lines on a page.
  it("gives the same sentences outside tables as plain text", async () => {
    const { all } = await readSentences(join(folder, "text.txt"));
    expect(original.running.filter((sentence) => !all.includes(sentence))).toEqual([]);
  });

  it("gives nearly all sentences outside tables as PDF", async () => {
    const { all } = await readSentences(join(folder, "text.pdf"));
    const lost = original.running.filter((sentence) => !all.includes(sentence));
    process.stdout.write(`${seed}.pdf: ${lost.length} of ${original.running.length} sentences differ\n`);
    expect(lost.length).toBeLessThan(0.02 * original.running.length);
  });
});

interface Sentences {
  readonly all: readonly string[];
  /** Those of no table. */
  readonly running: readonly string[];
}

async function readSentences(path: string): Promise<Sentences> {
  const result = await readDocument(path);
  if (result.status !== "read") throw new Error(result.message);
  const texts = structureDocument(path, result.lines).sentences.map(({ text }) => text);
  return {
    all: texts.map(withoutMarks),
    running: texts.filter((text) => !text.startsWith("|")).map(withoutMarks),
  };
}

/** Markdown's signs, blanks, and the signs that converters put typographic ones for. */
function withoutMarks(text: string): string {
  return text
    .replace(/^#+\s+|^[-•]\s+|\*\*|[\s|]+/gu, "")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'");
}
