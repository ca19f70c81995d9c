import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failpoint } from "../../failpoint.ts";
import { renameDurably, syncFolder, syncPath, writeDurably } from "./durable.ts";
import { indexVersion, type Manifest, measureFile, readManifest } from "./manifest.ts";

const pointerName = "CURRENT";
const keptGenerations = 2;

/** An unpublished generation: a folder to fill, seen by no reader. */
export interface Draft {
  readonly folder: string;
  readonly generation: string;
}

/** Opens a draft; those of runs that died are swept, as the caller holds the lock. */
export async function openDraft(dataDir: string): Promise<Draft> {
  const generation = `${new Date().toISOString().replace(/[-:.]/g, "")}-${randomBytes(3).toString("hex")}`;
  const folder = join(dataDir, "drafts", generation);
  await rm(join(dataDir, "drafts"), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await mkdir(join(dataDir, "generations"), { recursive: true });
  return { folder, generation };
}

export async function dropDraft(draft: Draft): Promise<void> {
  await rm(draft.folder, { recursive: true, force: true });
}

export type ManifestContent = Omit<Manifest, "indexVersion" | "generation" | "createdAt" | "files">;

/** Seals a filled draft and makes it the one readers open: manifest, flush, rename, pointer (I6). */
export async function publish(dataDir: string, draft: Draft, content: ManifestContent): Promise<Manifest> {
  const files: Record<string, Manifest["files"][string]> = {};
  for (const name of await readdir(draft.folder)) files[name] = await measureFile(join(draft.folder, name));
  const { generation } = draft;
  const manifest: Manifest = {
    indexVersion,
    generation,
    createdAt: new Date().toISOString(),
    ...content,
    files,
  };
  await writeFile(join(draft.folder, "manifest.json"), JSON.stringify(manifest));
  failpoint("after-manifest");
  await syncFolder(draft.folder);
  failpoint("after-sync");
  await renameDurably(draft.folder, generationFolder(dataDir, generation));
  failpoint("after-rename");
  await writeDurably(join(dataDir, pointerName), `${generation}\n`, () =>
    failpoint("after-pointer-temporary"),
  );
  failpoint("after-pointer");
  await sweep(dataDir, generation);
  failpoint("after-sweep");
  return manifest;
}

/** The name of the published generation, or null where nothing has been published. */
export async function currentGeneration(dataDir: string): Promise<string | null> {
  try {
    return (await readFile(join(dataDir, pointerName), "utf8")).trim() || null;
  } catch {
    return null;
  }
}

/** Generations to open, the published one first, then the one before it in case that is damaged. */
export async function openableGenerations(dataDir: string): Promise<string[]> {
  const current = await currentGeneration(dataDir);
  if (current === null) return [];
  const all = await readdir(join(dataDir, "generations")).catch(() => []);
  const older = all
    .filter((name) => name < current)
    .sort()
    .reverse();
  return [current, ...older];
}

export function generationFolder(dataDir: string, generation: string): string {
  return join(dataDir, "generations", generation);
}

/** The published manifest, or null where there is none that this program can read. */
export async function currentManifest(dataDir: string): Promise<Manifest | null> {
  const generation = await currentGeneration(dataDir);
  if (!generation) return null;
  return readManifest(generationFolder(dataDir, generation)).catch(() => null);
}

/** Removes generations older than the last two, and newer ones whose publishing was cut off. */
async function sweep(dataDir: string, current: string): Promise<void> {
  const names = (await readdir(join(dataDir, "generations"))).sort();
  const upToCurrent = names.filter((name) => name <= current);
  const kept = new Set(upToCurrent.slice(-keptGenerations));
  for (const name of names) {
    if (!kept.has(name)) await rm(generationFolder(dataDir, name), { recursive: true, force: true });
  }
  await syncPath(dataDir);
}
