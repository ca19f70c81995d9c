import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renameDurably, syncFolder, syncPath, writeDurably } from "./durable.ts";
import { fileNames, hashFile, indexVersion, type Manifest, readManifest } from "./manifest.ts";

const pointerName = "CURRENT";
const keptGenerations = 2;
const abandonedAfterInMs = 6 * 60 * 60 * 1000;

/** An unpublished generation: a folder to fill, seen by no reader. */
export interface Draft {
  readonly folder: string;
  readonly generation: string;
}

export async function openDraft(dataDir: string): Promise<Draft> {
  const generation = `${new Date().toISOString().replace(/[-:.]/g, "")}-${randomBytes(3).toString("hex")}`;
  const folder = join(dataDir, "drafts", generation);
  await mkdir(folder, { recursive: true });
  await mkdir(join(dataDir, "generations"), { recursive: true });
  return { folder, generation };
}

export async function dropDraft(draft: Draft): Promise<void> {
  await rm(draft.folder, { recursive: true, force: true });
}

/** Seals a filled draft and makes it the one readers open: manifest, flush, rename, pointer (I6). */
export async function publish(
  dataDir: string,
  draft: Draft,
  about: Pick<Manifest, "embedder" | "sources" | "refusals">,
): Promise<void> {
  const files: Record<string, string> = {};
  for (const name of Object.values(fileNames)) files[name] = await hashFile(join(draft.folder, name));
  const manifest: Manifest = {
    indexVersion,
    generation: draft.generation,
    createdAt: new Date().toISOString(),
    ...about,
    files,
  };
  await writeFile(join(draft.folder, "manifest.json"), JSON.stringify(manifest, null, 2));
  await syncFolder(draft.folder);
  await renameDurably(draft.folder, generationFolder(dataDir, draft.generation));
  await writeDurably(join(dataDir, pointerName), `${draft.generation}\n`);
  await syncPath(dataDir);
  await sweep(dataDir, draft.generation);
}

/** The name of the published generation, or null where nothing has been published. */
export async function currentGeneration(dataDir: string): Promise<string | null> {
  try {
    return (await readFile(join(dataDir, pointerName), "utf8")).trim() || null;
  } catch {
    return null;
  }
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

/** Removes generations older than the last two, and drafts left behind by a run that died long ago. */
async function sweep(dataDir: string, current: string): Promise<void> {
  const names = (await readdir(join(dataDir, "generations"))).sort();
  const older = names.filter((name) => name < current);
  for (const name of older.slice(0, Math.max(0, older.length - keptGenerations + 1))) {
    await rm(generationFolder(dataDir, name), { recursive: true, force: true });
  }
  for (const name of await readdir(join(dataDir, "drafts"))) {
    const folder = join(dataDir, "drafts", name);
    const age = Date.now() - (await stat(folder)).mtimeMs;
    if (age > abandonedAfterInMs) await rm(folder, { recursive: true, force: true });
  }
}
