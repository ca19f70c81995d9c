import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Embedder } from "../../ingest/embeddings/embedder.ts";
import { openGeneration } from "../../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration, generationFolder } from "../../ingest/index/embedded/generations.ts";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { ingest } from "../../ingest/ingest.ts";
import { countingEmbedder } from "../counting-embedder.ts";

let options: { corpusDir: string; dataDir: string; embedder: Embedder };

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "ingest-"));
  options = {
    corpusDir: join(folder, "corpus"),
    dataDir: join(folder, "data"),
    embedder: countingEmbedder(),
  };
  mkdirSync(options.corpusDir);
});

function addFile(id: string, content: string | Uint8Array): void {
  const path = join(options.corpusDir, ...id.split("/"));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

async function openBase(embedder: Embedder = options.embedder): Promise<KnowledgeBase> {
  const generation = await currentGeneration(options.dataDir);
  if (!generation) throw new Error("expected a published generation");
  return openGeneration(options.dataDir, generation, embedder);
}

async function ingestAll(changes: Partial<Parameters<typeof ingest>[0]> = {}) {
  const result = await ingest({ ...options, ...changes });
  if (result.status !== "published") throw new Error(`expected a published result, not '${result.status}'`);
  return result;
}

/** Embedding calls are counted by text. */
function watchEmbedder() {
  const texts: string[] = [];
  const inner = countingEmbedder();
  options.embedder = {
    ...inner,
    embed: (batch) => {
      texts.push(...batch);
      return inner.embed(batch);
    },
  };
  return texts;
}

const groupOf = (...terms: readonly string[]) => [
  { label: "group", weight: 1, alternatives: [{ terms, weight: 1 }] },
];
const documentsFound = (base: KnowledgeBase, term: string) =>
  base
    .passages(base.searchLexical(groupOf(term), { limit: 9 }).map(({ passage }) => passage))
    .map(({ document }) => document)
    .sort();

describe("ingest", () => {
  it("publishes documents, lines and passages that can be read back", async () => {
    addFile("報告/甲.txt", "第一句在此。\n第二句在彼。\n");
    await ingestAll();
    const base = await openBase();
    expect(base.documents()).toMatchObject([{ id: "報告/甲.txt", lineCount: 2, language: "zh-Hant" }]);
    expect(base.lines("報告/甲.txt", 2, 9)).toEqual([{ number: 2, text: "第二句在彼。", page: null }]);
    expect(base.passages([0])).toMatchObject([{ document: "報告/甲.txt", startLine: 1, endLine: 2 }]);
    expect(base.lines("unknown", 1, 5)).toEqual([]);
  });

  it("searches words and vectors only in the documents asked for", async () => {
    addFile("a.txt", "創新科技政策的內容在這裡。\n");
    addFile("b.txt", "創新科技政策的內容也在這裡。\n");
    await ingestAll();
    const base = await openBase();
    expect(base.searchLexical(groupOf("创新"), { limit: 5 })).toHaveLength(2);
    expect(base.searchLexical(groupOf("创新"), { limit: 5, documents: ["b.txt"] })).toMatchObject([
      { passage: 1 },
    ]);
    const [vector] = await options.embedder.embed(["創新科技"]);
    if (!vector) throw new Error("expected a vector");
    expect(base.searchDense(vector, { limit: 5, documents: ["a.txt"] })).toMatchObject([{ passage: 0 }]);
    expect(base.searchDense(vector, { limit: 5, documents: ["none.txt"] })).toEqual([]);
  });

  it("names every file it leaves out, and reads the rest", async () => {
    addFile("good.txt", "可以閱讀的內容。\n");
    addFile("unknown.txt", new Uint8Array([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea]));
    addFile("binary.md", new Uint8Array([0x89, 0x50, 0x00, 0x1a]));
    addFile("empty.txt", " \n\t\n");
    addFile("table.xyz", "1,2,3");
    addFile("README.md", "not part of the corpus");
    symlinkSync(join(options.corpusDir, "good.txt"), join(options.corpusDir, "link.txt"));
    const { report } = await ingestAll();
    expect(
      report.sources
        .map((source) => `${source.id} ${source.status === "read" ? "read" : source.code}`)
        .sort(),
    ).toEqual([
      "binary.md binary",
      "empty.txt empty",
      "good.txt read",
      "link.txt not_regular",
      "table.xyz unsupported",
      "unknown.txt encoding_unknown",
    ]);
    expect((await openBase()).report.sources).toHaveLength(6);
  });

  it("reports a missing corpus and publishes an empty one", async () => {
    rmSync(options.corpusDir, { recursive: true });
    expect(await ingest(options)).toEqual({ status: "missing" });
    mkdirSync(options.corpusDir);
    expect((await ingestAll()).report.sources).toEqual([]);
    const base = await openBase();
    expect(base.passageCount).toBe(0);
    expect(base.searchDense(new Float32Array(4), { limit: 3 })).toEqual([]);
  });

  it("refuses a damaged index file and an index of another embedder, saying what to do", async () => {
    addFile("a.txt", "內容在此。\n");
    await ingestAll();
    const { generation } = await openBase();
    await expect(openBase({ ...options.embedder, id: "other-1" })).rejects.toThrow(
      /embedder 'counting-1'.*npm run ingest/,
    );
    const path = join(generationFolder(options.dataDir, generation), "1.vectors.hnsw");
    const bytes = readFileSync(path);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await expect(openBase()).rejects.toThrow(/1\.vectors\.hnsw.*damaged.*npm run ingest/);
  });
});

describe("a second ingest", () => {
  it("[R033] reads, embeds and publishes nothing where nothing has changed", async () => {
    const embedded = watchEmbedder();
    addFile("a.txt", "原來的內容。\n");
    addFile("empty.txt", "\n");
    await ingestAll();
    const before = (await openBase()).generation;
    expect(embedded).toHaveLength(1);
    expect(await ingest(options)).toEqual({ status: "unchanged" });
    expect((await openBase()).generation).toBe(before);
    expect(embedded).toHaveLength(1);
  });

  it("[R034] embeds only what changed, and finds the new text and no longer the old", async () => {
    const embedded = watchEmbedder();
    addFile("a.txt", "舊貨的說明在這裡。\n");
    addFile("b.txt", "航運的說明在這裡。\n");
    await ingestAll();
    addFile("a.txt", "新貨的說明在這裡。\n");
    addFile("c.txt", "金融的說明在這裡。\n");
    const { changed } = await ingestAll();
    expect(changed).toEqual({ read: 2, removed: 1, kept: 1 });
    expect(embedded).toHaveLength(4);
    const base = await openBase();
    expect(documentsFound(base, "旧货")).toEqual([]);
    expect(documentsFound(base, "新货")).toEqual(["a.txt"]);
    expect(documentsFound(base, "说明")).toEqual(["a.txt", "b.txt", "c.txt"]);
    expect(base.passageCount).toBe(3);
  });

  it("[R034] forgets a deleted document in words, vectors, lines and report", async () => {
    addFile("a.txt", "創科的說明在這裡。\n");
    addFile("b.txt", "航運的說明在這裡。\n");
    await ingestAll();
    rmSync(join(options.corpusDir, "a.txt"));
    const { report } = await ingestAll();
    const base = await openBase();
    expect(report.sources.map(({ id }) => id)).toEqual(["b.txt"]);
    expect(base.documents().map(({ id }) => id)).toEqual(["b.txt"]);
    expect(documentsFound(base, "创科")).toEqual([]);
    const [vector] = await options.embedder.embed(["創科的說明在這裡。"]);
    if (!vector) throw new Error("expected a vector");
    expect(
      base
        .passages(base.searchDense(vector, { limit: 5 }).map(({ passage }) => passage))
        .map(({ document }) => document),
    ).toEqual(["b.txt"]);
  });

  it("[R032] follows renamed and exchanged files without reading or embedding them again", async () => {
    const embedded = watchEmbedder();
    addFile("a.txt", "創科的說明在這裡。\n");
    addFile("b.txt", "航運的說明在這裡。\n");
    await ingestAll();
    renameSync(join(options.corpusDir, "a.txt"), join(options.corpusDir, "c.txt"));
    const { changed } = await ingestAll();
    expect(changed).toEqual({ read: 0, removed: 0, kept: 2 });
    expect(embedded).toHaveLength(2);
    const base = await openBase();
    expect(documentsFound(base, "创科")).toEqual(["c.txt"]);
    expect(base.lines("c.txt", 1, 1)).toMatchObject([{ text: "創科的說明在這裡。" }]);
    expect(base.lines("a.txt", 1, 1)).toEqual([]);
  });

  it("sees a change that keeps size and time stamp when it came right after the last look", async () => {
    addFile("a.txt", "甲甲甲甲。\n");
    await ingestAll();
    const path = join(options.corpusDir, "a.txt");
    const stamp = new Date();
    writeFileSync(path, "乙乙乙乙。\n");
    utimesSync(path, stamp, stamp);
    await ingestAll();
    utimesSync(path, stamp, stamp);
    writeFileSync(path, "丙丙丙丙。\n");
    utimesSync(path, stamp, stamp);
    await ingestAll();
    expect((await openBase()).lines("a.txt", 1, 1)).toMatchObject([{ text: "丙丙丙丙。" }]);
  });

  it("gives the same answers as an index built anew, after many changes", async () => {
    for (let number = 0; number < 30; number++) addFile(`${number}.txt`, `第${number}份文件說明創科政策。\n`);
    await ingestAll();
    for (let number = 0; number < 9; number++) {
      rmSync(join(options.corpusDir, `${number}.txt`));
      addFile(`${number + 100}.txt`, `第${number + 100}份文件說明金融政策。\n`);
      await ingestAll();
    }
    const grown = await openBase();
    const found = documentsFound(grown, "金融");
    await ingestAll({ rebuild: true });
    const fresh = await openBase();
    expect(fresh.passageCount).toBe(30);
    expect(grown.passageCount).toBe(30);
    expect(found).toEqual(documentsFound(fresh, "金融"));
    const scores = (base: KnowledgeBase) =>
      base.searchLexical(groupOf("创科"), { limit: 30 }).map(({ score }) => score.toFixed(5));
    expect(scores(grown)).toEqual(scores(fresh));
  });

  it("embeds nothing again when the index is rebuilt, as vectors are kept by text", async () => {
    const embedded = watchEmbedder();
    addFile("a.txt", "內容在此。\n");
    await ingestAll();
    await ingestAll({ rebuild: true });
    expect(embedded).toHaveLength(1);
  });

  it("builds anew with another embedder", async () => {
    addFile("a.txt", "內容在此。\n");
    await ingestAll();
    const other = { ...countingEmbedder(), id: "other-1" };
    expect((await ingestAll({ embedder: other })).changed.read).toBe(1);
    expect((await openBase(other)).passageCount).toBe(1);
  });

  it("keeps the old generation when a run fails half-way", async () => {
    addFile("a.txt", "原來的內容。\n");
    await ingestAll();
    const before = (await openBase()).generation;
    addFile("a.txt", "改過的內容。\n");
    const failing: Embedder = { ...countingEmbedder(), embed: () => Promise.reject(new Error("no vectors")) };
    await expect(ingest({ ...options, embedder: failing })).rejects.toThrow("no vectors");
    const base = await openBase();
    expect(base.generation).toBe(before);
    expect(base.lines("a.txt", 1, 1)).toMatchObject([{ text: "原來的內容。" }]);
  });

  it("lets readers of the old generation finish, and keeps the last two", async () => {
    addFile("a.txt", "第一版。\n");
    await ingestAll();
    const old = await openBase();
    addFile("a.txt", "第二版。\n");
    await ingestAll();
    expect(old.lines("a.txt", 1, 1)).toMatchObject([{ text: "第一版。" }]);
    expect((await openBase()).lines("a.txt", 1, 1)).toMatchObject([{ text: "第二版。" }]);
    addFile("a.txt", "第三版。\n");
    await ingestAll();
    expect(readdirSync(join(options.dataDir, "generations"))).toHaveLength(2);
    expect(readdirSync(join(options.dataDir, "drafts"))).toEqual([]);
  });
});
