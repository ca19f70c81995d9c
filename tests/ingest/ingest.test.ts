import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Embedder } from "../../ingest/embeddings/embedder.ts";
import { openKnowledgeBase } from "../../ingest/index/embedded/embedded-knowledge-base.ts";
import { generationFolder } from "../../ingest/index/embedded/generations.ts";
import { ingest, isStale } from "../../ingest/ingest.ts";

/** Counts characters into four numbers: enough to tell texts apart. */
const embedder: Embedder = {
  id: "counting-1",
  dimension: 4,
  async embed(texts) {
    return texts.map((text) => {
      const vector = new Float32Array(4);
      for (const character of text)
        vector[(character.codePointAt(0) ?? 0) % 4] = (vector[(character.codePointAt(0) ?? 0) % 4] ?? 0) + 1;
      const length = Math.hypot(...vector) || 1;
      return vector.map((value) => value / length);
    });
  },
};

let folder: string;
let options: { corpusDir: string; dataDir: string; embedder: Embedder };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ingest-"));
  options = { corpusDir: join(folder, "corpus"), dataDir: join(folder, "data"), embedder };
  mkdirSync(options.corpusDir);
});

function addFile(id: string, content: string | Uint8Array): void {
  const path = join(options.corpusDir, ...id.split("/"));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

async function openBase(with_: Embedder = embedder) {
  const base = await openKnowledgeBase(options.dataDir, with_);
  if (!base) throw new Error("expected a published generation");
  return base;
}

describe("ingest", () => {
  it("publishes documents, lines and passages that can be read back", async () => {
    addFile("報告/甲.txt", "第一句在此。\n第二句在彼。\n");
    await ingest(options);
    const base = await openBase();
    expect(base.documents()).toMatchObject([{ id: "報告/甲.txt", lineCount: 2, language: "zh-Hant" }]);
    expect(base.lines("報告/甲.txt", 2, 9)).toEqual([{ number: 2, text: "第二句在彼。", page: null }]);
    expect(base.passages([0])).toMatchObject([{ document: "報告/甲.txt", startLine: 1, endLine: 2 }]);
    expect(base.lines("unknown", 1, 5)).toEqual([]);
  });

  it("searches words and vectors only in the documents asked for", async () => {
    addFile("a.txt", "創新科技政策的內容在這裡。\n");
    addFile("b.txt", "創新科技政策的內容也在這裡。\n");
    await ingest(options);
    const base = await openBase();
    const groups = [{ label: "創新", weight: 1, alternatives: [{ terms: ["创新"], weight: 1 }] }];
    expect(base.searchLexical(groups, { limit: 5 })).toHaveLength(2);
    expect(base.searchLexical(groups, { limit: 5, documents: ["b.txt"] })).toMatchObject([{ passage: 1 }]);
    const [vector] = await embedder.embed(["創新科技"]);
    if (!vector) throw new Error("expected a vector");
    expect(base.searchDense(vector, { limit: 5, documents: ["a.txt"] })).toMatchObject([{ passage: 0 }]);
    expect(base.searchDense(vector, { limit: 5, documents: ["none.txt"] })).toEqual([]);
  });

  it("names every file it leaves out, and reads the rest", async () => {
    addFile("good.txt", "可以閱讀的內容。\n");
    addFile("big5.txt", new Uint8Array([0xa4, 0xa4, 0xa4, 0xe5]));
    addFile("binary.md", new Uint8Array([0x89, 0x50, 0x00, 0x1a]));
    addFile("empty.txt", " \n\t\n");
    addFile("table.xyz", "1,2,3");
    addFile("README.md", "not part of the corpus");
    symlinkSync(join(options.corpusDir, "good.txt"), join(options.corpusDir, "link.txt"));
    const report = await ingest(options);
    if (report.status !== "published") throw new Error("expected a published report");
    expect(report.documents.map((document) => document.id)).toEqual(["good.txt"]);
    expect(report.refusals.map(({ id, code }) => `${id} ${code}`).sort()).toEqual([
      "big5.txt not_utf8",
      "binary.md not_utf8",
      "empty.txt empty",
      "link.txt not_regular",
      "table.xyz unsupported",
    ]);
  });

  it("reports a missing corpus and publishes an empty one", async () => {
    rmSync(options.corpusDir, { recursive: true });
    expect(await ingest(options)).toEqual({ status: "missing" });
    mkdirSync(options.corpusDir);
    expect(await ingest(options)).toMatchObject({ status: "published", documents: [] });
    const base = await openBase();
    expect(base.passageCount).toBe(0);
    expect(base.searchDense(new Float32Array(4), { limit: 3 })).toEqual([]);
  });

  it("is stale before the first run, after a change and with another embedder, and not otherwise", async () => {
    addFile("a.txt", "原來的內容。\n");
    expect(await isStale(options)).toBe(true);
    await ingest(options);
    expect(await isStale(options)).toBe(false);
    expect(await isStale({ ...options, embedder: { ...embedder, id: "other-1" } })).toBe(true);
    addFile("a.txt", "改過的內容。\n");
    expect(await isStale(options)).toBe(true);
  });

  it("keeps the old generation when a run fails half-way", async () => {
    addFile("a.txt", "原來的內容。\n");
    await ingest(options);
    const before = (await openBase()).generation;
    addFile("a.txt", "改過的內容。\n");
    const failing: Embedder = { ...embedder, embed: () => Promise.reject(new Error("no vectors")) };
    await expect(ingest({ ...options, embedder: failing })).rejects.toThrow("no vectors");
    const base = await openBase();
    expect(base.generation).toBe(before);
    expect(base.lines("a.txt", 1, 1)).toMatchObject([{ text: "原來的內容。" }]);
  });

  it("lets readers of the old generation finish, and keeps the last two", async () => {
    addFile("a.txt", "第一版。\n");
    await ingest(options);
    const old = await openBase();
    addFile("a.txt", "第二版。\n");
    await ingest(options);
    expect(old.lines("a.txt", 1, 1)).toMatchObject([{ text: "第一版。" }]);
    expect((await openBase()).lines("a.txt", 1, 1)).toMatchObject([{ text: "第二版。" }]);
    addFile("a.txt", "第三版。\n");
    await ingest(options);
    expect(readdirSync(join(options.dataDir, "generations"))).toHaveLength(2);
    expect(readdirSync(join(options.dataDir, "drafts"))).toEqual([]);
  });

  it("refuses a damaged index file and an index of another embedder, saying what to do", async () => {
    addFile("a.txt", "內容在此。\n");
    await ingest(options);
    const { generation } = await openBase();
    await expect(openBase({ ...embedder, id: "other-1" })).rejects.toThrow(
      /embedder 'counting-1'.*npm run ingest/,
    );
    const path = join(generationFolder(options.dataDir, generation), "vectors.hnsw");
    const bytes = readFileSync(path);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await expect(openBase()).rejects.toThrow(/vectors\.hnsw.*damaged.*npm run ingest/);
  });
});
