import {
  cpSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openGeneration } from "../../ingest/index/embedded/embedded-knowledge-base.ts";
import { IndexError, indexVersion } from "../../ingest/index/embedded/manifest.ts";
import { ingest } from "../../ingest/ingest.ts";
import { Knowledge } from "../../server/knowledge.ts";
import { createRandom } from "./random.ts";
import {
  copyWorkspace,
  createWorkspace,
  type IndexView,
  publish,
  removeWorkspace,
  viewBase,
  viewPublished,
  type Workspace,
  writeDocuments,
} from "./workspace.ts";

/** Of the newer generation: the first segment is one of both generations, the second of this one alone. */
const shared = ["1.documents.sqlite", "1.words.bin", "1.vectors.hnsw"] as const;
const own = ["2.documents.sqlite", "2.words.bin", "2.vectors.hnsw", "manifest.json"] as const;
const files = [...shared, ...own] as const;
const log = pino({ level: "silent" });

let sound: Workspace;
let older: string;
let newer: string;
let views: Record<"older" | "newer", IndexView | null>;
let workspace: Workspace;

beforeAll(async () => {
  sound = createWorkspace();
  writeDocuments(sound, { edition: "首版", count: 60 });
  await publish(sound);
  const before = await viewPublished(sound);
  writeDocuments(sound, { edition: "次版", count: 20 });
  await publish(sound);
  views = { older: before, newer: await viewPublished(sound) };
  [older = "", newer = ""] = readdirSync(join(sound.dataDir, "generations")).sort();
  workspace = copyWorkspace(sound);
});

afterAll(() => {
  for (const one of [sound, workspace]) removeWorkspace(one);
});

/** Both generations have the same files of the first segment, which a plain copy would make two of. */
beforeEach(() => {
  rmSync(workspace.folder, { recursive: true });
  cpSync(sound.folder, workspace.folder, { recursive: true, preserveTimestamps: true });
  for (const name of shared) {
    rmSync(pathOf(older, name));
    linkSync(pathOf(newer, name), pathOf(older, name));
  }
});

const pathOf = (generation: string, name: string) => join(workspace.dataDir, "generations", generation, name);

/**
 * The newer generation is refused by name; what a server then answers from is the older one, or nothing where that has
 * the same file.
 */
async function expectRefused(what: string, name = ""): Promise<void> {
  const opened = openGeneration(workspace.dataDir, newer, workspace.embedder);
  await expect(opened, what).rejects.toThrow(IndexError);
  await expect(opened, what).rejects.toThrow(/run 'npm run ingest'/);
  expect(await viewServed(), what).toEqual(shared.some((one) => one === name) ? null : views.older);
}

/** Another file of the same kind. */
function neighbourOf(name: string): string {
  if (name === "manifest.json") return join("..", older, name);
  return name.startsWith("1.") ? name.replace("1.", "2.") : name.replace("2.", "1.");
}

async function viewServed(): Promise<IndexView | null> {
  const knowledge = new Knowledge({ ...workspace, log });
  await knowledge.refresh();
  const view = knowledge.base && (await viewBase(knowledge.base, workspace.embedder));
  knowledge.close();
  return view;
}

/** One bit changes and the time stamp does not, as where a disk forgets, after the last check of the file. */
async function spoilUnseen(name: string): Promise<void> {
  const path = pathOf(newer, name);
  const writtenAt = new Date("2026-01-01");
  utimesSync(path, writtenAt, writtenAt);
  expect(await ingest(workspace)).toEqual({ status: "unchanged" });
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  utimesSync(path, writtenAt, writtenAt);
}

/** A plain ingest of an unchanged corpus mends it. */
async function expectRebuilt(): Promise<void> {
  expect((await ingest(workspace)).status).toBe("published");
  expect(await viewPublished(workspace)).toEqual(views.newer);
}

describe("a damaged index file", () => {
  it.each(files)("[R041] is refused when cut off at any 4 KiB: %s", async (name) => {
    const path = pathOf(newer, name);
    const whole = readFileSync(path);
    const ends = new Set([0, 1, whole.length - 1]);
    for (let end = 4096; end < whole.length; end += 4096) ends.add(end);
    for (const end of ends) {
      writeFileSync(path, whole.subarray(0, end));
      await expectRefused(`cut at ${end}`, name);
    }
    await expectRebuilt();
  });

  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  it(`[R041] is refused when any of 300 bytes is changed (SEED=${seed})`, async () => {
    const random = createRandom(seed);
    const contents = files.map((name) => ({ name, whole: readFileSync(pathOf(newer, name)) }));
    for (let flip = 0; flip < 300; flip++) {
      const { name, whole } = contents[flip % contents.length] ?? { name: files[0], whole: Buffer.alloc(1) };
      const at = Math.floor(random() * whole.length);
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(pathOf(newer, name), changed);
      await expectRefused(`${name}, byte ${at}`, name);
      writeFileSync(pathOf(newer, name), whole);
    }
    expect(await viewServed()).toEqual(views.newer);
  });

  it.each(files)(
    "[R041] is refused when filled with zeros, taken away or replaced by another: %s",
    async (name) => {
      const path = pathOf(newer, name);
      const whole = readFileSync(path);
      writeFileSync(path, Buffer.alloc(whole.length));
      await expectRefused("zeros", name);
      writeFileSync(path, whole);
      rmSync(path);
      await expectRefused("taken away");
      cpSync(pathOf(newer, neighbourOf(name)), path);
      await expectRefused("replaced");
      await expectRebuilt();
    },
  );

  it("[R041] of one segment costs the documents of that segment alone", async () => {
    writeFileSync(pathOf(newer, "2.words.bin"), "damage");
    const result = await ingest(workspace);
    expect(result).toMatchObject({ status: "published", changed: { read: 20, kept: 40 } });
    expect(await viewPublished(workspace)).toEqual(views.newer);
  });

  it("[R041] that kept its size and time stamp is found before an update opens it", async () => {
    await spoilUnseen("2.vectors.hnsw");
    await expectRefused("unseen");
    writeDocuments(workspace, { edition: "三版", count: 30, from: 60 });
    await publish(workspace);
    const mended = await viewPublished(workspace);
    await ingest({ ...workspace, rebuild: true });
    expect(mended).toEqual(await viewPublished(workspace));
  });

  it("[R041] that kept its size and time stamp is found within a day though nobody opens it", async () => {
    await spoilUnseen("1.documents.sqlite");
    expect(await ingest(workspace)).toEqual({ status: "unchanged" });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 60 * 60 * 1000 });
    await expectRebuilt().finally(() => vi.useRealTimers());
  });

  it("[R041] is refused where a whole generation has the name of another", async () => {
    rmSync(pathOf(newer, ""), { recursive: true });
    cpSync(pathOf(older, ""), pathOf(newer, ""), { recursive: true });
    await expectRefused("exchanged");
    await expectRebuilt();
  });

  it.each(["", "\0\0\0\0", "no such generation\n", "../../corpus\n"])(
    "[R041] serves the newest whole generation where the pointer says %j",
    async (text) => {
      writeFileSync(join(workspace.dataDir, "CURRENT"), text);
      expect(await viewServed()).toEqual(views.newer);
      await expectRebuilt();
    },
  );

  it.each(["embeddings.sqlite", "embeddings.sqlite-wal"])(
    "[R041] costs embedding again, and nothing else, where the cache is damaged: %s",
    async (name) => {
      const path = join(workspace.dataDir, name);
      const length = existsSync(path) ? readFileSync(path).length : 20_000;
      for (const damage of [Buffer.alloc(length), Buffer.alloc(length, "damage"), Buffer.alloc(100)]) {
        writeFileSync(path, damage);
        expect((await ingest({ ...workspace, rebuild: true })).status).toBe("published");
        expect(await viewPublished(workspace)).toEqual(views.newer);
      }
    },
  );
});

describe("a manifest this program cannot use", () => {
  const manifests: Record<string, [change: (manifest: object) => unknown, message: RegExp]> = {
    "no schema": [() => ({}), /has version undefined, this program reads \d+: run 'npm run ingest'/],
    nothing: [() => null, /no readable manifest: run 'npm run ingest'/],
    "a list": [() => [], /has version undefined.*run 'npm run ingest'/],
    "a text": [() => "manifest", /no readable manifest: run 'npm run ingest'/],
    "an older schema": [
      (manifest) => ({ ...manifest, indexVersion: 1 }),
      /has version 1,.*run 'npm run ingest'/,
    ],
    "a newer schema": [
      (manifest) => ({ ...manifest, indexVersion: indexVersion + 1, seal: "of another kind" }),
      new RegExp(`has version ${indexVersion + 1}, this program reads ${indexVersion}: run 'npm run ingest'`),
    ],
    "one shard more": [(manifest) => ({ ...manifest, shards: 2 }), /is damaged: run 'npm run ingest'/],
    "no files": [(manifest) => ({ ...manifest, files: {} }), /is damaged: run 'npm run ingest'/],
  };

  it.each(Object.entries(manifests))(
    "[R042] is refused with what to do: %s",
    async (_name, [change, message]) => {
      const path = pathOf(newer, "manifest.json");
      writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")) as object)));
      await expect(openGeneration(workspace.dataDir, newer, workspace.embedder)).rejects.toThrow(message);
      await expectRefused("manifest");
      await expectRebuilt();
    },
  );

  it("[R042] is refused with what to do: missing", async () => {
    renameSync(pathOf(newer, "manifest.json"), pathOf(newer, "manifest.old"));
    await expectRefused("missing");
    await expectRebuilt();
  });

  const embedders = [
    { id: "other-1", dimension: 4 },
    { id: "counting-1", dimension: 5 },
  ];
  it.each(embedders)("[R042] is refused for another embedder: $id, $dimension", async ({ id, dimension }) => {
    const other: Workspace = {
      ...workspace,
      embedder: {
        id,
        dimension,
        embed: async (texts) =>
          (await workspace.embedder.embed(texts)).map((vector) => {
            const longer = new Float32Array(dimension);
            longer.set(vector);
            return longer;
          }),
      },
    };
    await expect(openGeneration(workspace.dataDir, newer, other.embedder)).rejects.toThrow(
      `The index was built with the embedder 'counting-1' (4 dimensions), this program uses '${id}' (${dimension} dimensions): run 'npm run ingest'.`,
    );
    writeDocuments(workspace, { edition: "次版", count: 20 });
    expect((await ingest(other)).status).toBe("published");
    expect(await viewPublished(other)).toEqual(views.newer);
  });
});
