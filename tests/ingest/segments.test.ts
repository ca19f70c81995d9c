import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openGeneration } from "../../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration, generationFolder } from "../../ingest/index/embedded/generations.ts";
import { ingest } from "../../ingest/ingest.ts";
import { countingEmbedder } from "../counting-embedder.ts";

let options: { corpusDir: string; dataDir: string; embedder: ReturnType<typeof countingEmbedder> };

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "segments-"));
  options = {
    corpusDir: join(folder, "corpus"),
    dataDir: join(folder, "data"),
    embedder: countingEmbedder(),
  };
  mkdirSync(options.corpusDir);
});

function addFiles(from: number, to: number, subject = "創科"): void {
  for (let number = from; number < to; number++)
    writeFileSync(join(options.corpusDir, `${number}.txt`), `第${number}份文件說明${subject}政策。\n`);
}

/** Name and inode of every segment file of the published generation. */
async function filesNow(): Promise<Map<string, number>> {
  const folder = generationFolder(options.dataDir, (await currentGeneration(options.dataDir)) ?? "");
  const names = readdirSync(folder).filter((name) => name !== "manifest.json");
  return new Map(names.map((name) => [name, statSync(join(folder, name)).ino]));
}

const segmentsIn = (files: ReadonlyMap<string, number>) =>
  [...new Set([...files.keys()].map((name) => name.split(".")[0]))].sort();

async function documentsNow(): Promise<string[]> {
  const generation = (await currentGeneration(options.dataDir)) ?? "";
  const base = await openGeneration(options.dataDir, generation, options.embedder);
  const groups = [{ label: "policy", weight: 1, alternatives: [{ terms: ["政策"], weight: 1 }] }];
  const found = base.searchLexical(groups, { limit: 5000 }).map(({ passage }) => passage);
  expect(base.documents()).toHaveLength(found.length);
  const documents = base.passages(found).map(({ document }) => document);
  base.close();
  return documents.sort();
}

describe("an update", () => {
  it("writes what changed, and has the files of the rest in common with the generation before", async () => {
    addFiles(0, 40);
    await ingest(options);
    const before = await filesNow();
    addFiles(0, 2, "金融");
    await ingest(options);
    const after = await filesNow();
    expect(segmentsIn(after)).toEqual(["1", "2"]);
    for (const [name, inode] of before) expect(after.get(name), name).toBe(inode);
    expect(await documentsNow()).toHaveLength(40);
  });

  it("that only renames or removes writes no segment", async () => {
    addFiles(0, 40);
    await ingest(options);
    const before = await filesNow();
    rmSync(join(options.corpusDir, "7.txt"));
    await ingest(options);
    expect(await filesNow()).toEqual(before);
    expect(await documentsNow()).not.toContain("7.txt");
  });

  it("joins segments as they grow in number, and loses and doubles nothing", async () => {
    let most = 0;
    for (let run = 0; run < 20; run++) {
      addFiles(run * 3, run * 3 + 3);
      if (run > 0) addFiles(run * 3 - 1, run * 3, "改了");
      await ingest(options);
      most = Math.max(most, segmentsIn(await filesNow()).length);
    }
    expect(await documentsNow()).toHaveLength(60);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThan(7);
  });

  it("forgets a segment of which nothing is left, and writes one anew of which less than half is", async () => {
    addFiles(0, 20);
    await ingest(options);
    addFiles(20, 25);
    await ingest(options);
    for (let number = 0; number < 15; number++) rmSync(join(options.corpusDir, `${number}.txt`));
    await ingest(options);
    expect(segmentsIn(await filesNow())).toEqual(["2", "3"]);
    for (let number = 20; number < 25; number++) rmSync(join(options.corpusDir, `${number}.txt`));
    await ingest(options);
    expect(segmentsIn(await filesNow())).toEqual(["3"]);
    expect(await documentsNow()).toEqual(["15.txt", "16.txt", "17.txt", "18.txt", "19.txt"]);
  });

  it("of a large corpus begins with several segments", async () => {
    addFiles(0, 2600);
    await ingest(options);
    expect(segmentsIn(await filesNow())).toEqual(["1", "2"]);
    expect(await documentsNow()).toHaveLength(2600);
  });
});
