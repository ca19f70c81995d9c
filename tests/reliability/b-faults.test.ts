import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Embedder } from "../../ingest/embeddings/embedder.ts";
import { ingest } from "../../ingest/ingest.ts";
import { countingEmbedder } from "../counting-embedder.ts";
import { recordPowerLosses } from "./power-loss.ts";
import { watchFiles } from "./watched-files.ts";
import {
  copyWorkspace,
  createWorkspace,
  type IndexView,
  listLeftovers,
  publish,
  removeWorkspace,
  viewPublished,
  type Workspace,
  writeDocuments,
} from "./workspace.ts";

vi.mock("node:fs/promises", async (importOriginal) => {
  const { watchedFiles } = await import("./watched-files.ts");
  return watchedFiles(await importOriginal());
});
vi.mock("node:fs", async (importOriginal) => {
  const { watchedSyncFiles } = await import("./watched-files.ts");
  return watchedSyncFiles(await importOriginal());
});

/** Reading the whole program takes longer than everything else here. */
vi.mock("../../ingest/program.ts", () => ({ fingerprintProgram: () => "this one" }));

interface Scene {
  readonly start: Workspace;
  readonly before: IndexView | null;
  readonly after: IndexView | null;
}

const scenes: Record<"first" | "update", Scene> = {} as never;

beforeAll(async () => {
  const empty = createWorkspace();
  writeDocuments(empty, { edition: "首版", count: 8 });
  scenes.first = await prepare(empty);
  const grown = copyWorkspace(empty);
  await publish(grown);
  writeDocuments(grown, { edition: "次版", count: 1 });
  await publish(grown);
  // One segment goes on as it is, and the small one after it is taken into the new one.
  writeDocuments(grown, { edition: "三版", count: 2, from: 2 });
  scenes.update = await prepare(grown);
});

afterAll(() => {
  for (const { start } of Object.values(scenes)) removeWorkspace(start);
});

async function prepare(start: Workspace): Promise<Scene> {
  const done = copyWorkspace(start);
  await publish(done);
  const scene = { start, before: await viewPublished(start), after: await viewPublished(done) };
  removeWorkspace(done);
  expect(scene.after?.documents.length).toBeGreaterThan(2);
  expect(scene.after).not.toEqual(scene.before);
  return scene;
}

const pointerOf = ({ dataDir }: Workspace) => readFileSync(join(dataDir, "CURRENT"), "utf8");

describe("an embedding service that answers wrongly", () => {
  const answers: Record<string, (vectors: Float32Array[]) => Float32Array[]> = {
    "vectors of another dimension": (vectors) => vectors.map((vector) => vector.slice(1)),
    "one vector of another dimension": ([first, ...rest]) =>
      [new Float32Array(5).fill(1), ...rest.slice(1), first].flatMap((vector) => vector ?? []),
    "a number that is none": (vectors) => vectors.map((vector) => vector.fill(Number.NaN, 0, 1)),
    "an infinite number": (vectors) => vectors.map((vector) => vector.fill(Number.POSITIVE_INFINITY, 0, 1)),
    "a zero vector": (vectors) => [...vectors.slice(1), new Float32Array(4)],
    "a vector too few": (vectors) => vectors.slice(1),
    "a vector too many": (vectors) => [...vectors, ...vectors.slice(0, 1)],
    "no vectors": () => [],
  };

  it.each(Object.entries(answers))("[R035] is refused, and the index stays: %s", async (_name, spoil) => {
    const { start, before, after } = scenes.update;
    const workspace = copyWorkspace(start);
    const pointer = pointerOf(workspace);
    const { embed, ...rest } = countingEmbedder();
    const spoilt: Embedder = { ...rest, embed: async (texts) => spoil(await embed(texts)) };
    await expect(ingest({ ...workspace, embedder: spoilt })).rejects.toThrow(
      /embedder 'counting-1' returned .*the index is left as it was/,
    );
    expect(pointerOf(workspace)).toBe(pointer);
    expect(await viewPublished(workspace)).toEqual(before);
    await publish(workspace);
    expect(await viewPublished(workspace)).toEqual(after);
    removeWorkspace(workspace);
  });
});

describe("a file operation that fails", () => {
  const cases = [
    { scene: "first", code: "EIO" },
    { scene: "update", code: "EIO" },
    { scene: "update", code: "ENOSPC" },
    { scene: "update", code: "EMFILE" },
  ] as const;
  const lasting = ["once", "from then on"] as const;

  it.each(cases.flatMap((one) => lasting.map((times) => ({ ...one, times }))))(
    "[R039] leaves a valid index and is reported: $code $times, $scene ingest",
    async ({ scene, code, times }) => {
      let runs = 0;
      for (let failAt = 1; ; failAt++) {
        const { start, before, after } = scenes[scene];
        const workspace = copyWorkspace(start);
        const fault = createFault({ code, failAt, isLasting: times === "from then on" });
        const outcome = await watchFiles(workspace.dataDir, fault, () =>
          ingest(workspace).then(
            ({ status }) => status,
            (error: unknown) => error,
          ),
        );
        const found = await viewPublished(workspace);
        const isAfter = JSON.stringify(found) === JSON.stringify(after);
        expect(found, `fault ${failAt}`).toEqual(isAfter ? after : before);
        if (!isAfter) expect(outcome, `fault ${failAt}`).toBeInstanceOf(Error);
        await ingest(workspace);
        expect(await viewPublished(workspace), `fault ${failAt}`).toEqual(after);
        expect(listLeftovers(workspace), `fault ${failAt}`).toEqual([]);
        removeWorkspace(workspace);
        if (fault.hits() === 0) break;
        runs++;
      }
      process.stdout.write(`[R039] ${code} ${times}, ${scene} ingest: ${runs} operations failed in turn\n`);
      expect(runs).toBeGreaterThan(20);
    },
    60_000,
  );
});

function createFault({
  code,
  failAt,
  isLasting,
}: {
  readonly code: string;
  readonly failAt: number;
  readonly isLasting: boolean;
}) {
  let calls = 0;
  let hits = 0;
  return {
    hits: () => hits,
    before: ({ name, path }: { readonly name: string; readonly path: string }) => {
      calls++;
      if (calls !== failAt && !(isLasting && calls > failAt)) return;
      hits++;
      throw Object.assign(new Error(`${code}: made to fail, ${name} '${path}'`), { code, path });
    },
  };
}

describe("a power cut", () => {
  it.each(["first", "update"] as const)(
    "[R040] after any operation leaves an index that loads, whatever was not flushed: %s ingest",
    async (name) => {
      const { start, before, after } = scenes[name];
      const workspace = copyWorkspace(start);
      const images = await recordPowerLosses(workspace, () => publish(workspace));
      const counts = { before: 0, after: 0 };
      for (const { description, dataDir } of images) {
        const image = { ...workspace, dataDir };
        const found = await viewPublished(image);
        const isAfter = JSON.stringify(found) === JSON.stringify(after);
        expect(found, description).toEqual(isAfter ? after : before);
        counts[isAfter ? "after" : "before"]++;
        await ingest(image);
        expect(await viewPublished(image), description).toEqual(after);
      }
      process.stdout.write(
        `[R040] ${images.length} states of the disk in a ${name} ingest: ${counts.before} old, ${counts.after} new\n`,
      );
      expect(counts.before).toBeGreaterThan(10);
      expect(counts.after).toBeGreaterThan(2);
      removeWorkspace(workspace);
    },
    60_000,
  );
});
