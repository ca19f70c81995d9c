import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failpoint } from "../../failpoint.ts";
import { type FileChecksum, measureFile } from "./checksum.ts";
import { renameDurably, syncFolder, syncPath, temporaryOf, writeDurably } from "./durable.ts";
import { indexVersion, type Manifest, readManifest, sealManifest } from "./manifest.ts";

const pointerName = "CURRENT";
const keptGenerations = 2;
const dateBackMs = 60_000;

/** An unpublished generation: a folder to fill, seen by no reader. */
export interface Draft {
  readonly folder: string;
  readonly generation: string;
}

/** Opens a draft; the caller holds the lock. */
export async function openDraft(dataDir: string): Promise<Draft> {
  const generation = `${new Date().toISOString().replace(/[-:.]/g, "")}-${randomBytes(3).toString("hex")}`;
  const folder = join(dataDir, "drafts", generation);
  await mkdir(folder, { recursive: true });
  await mkdir(join(dataDir, "generations"), { recursive: true });
  await syncPath(dataDir);
  return { folder, generation };
}

export async function dropDraft(draft: Draft): Promise<void> {
  await rm(draft.folder, { recursive: true, force: true });
}

export type ManifestContent = Omit<Manifest, "indexVersion" | "generation" | "createdAt" | "files">;

/**
 * Seals a filled draft and makes it the one readers open: manifest, flush, rename, pointer (I6). `shared` has the
 * checksums of files that are those of the generation before.
 */
export async function publish(
  dataDir: string,
  draft: Draft,
  content: ManifestContent,
  shared: Manifest["files"],
): Promise<Manifest> {
  const files: Record<string, FileChecksum> = {};
  for (const name of await readdir(draft.folder))
    files[name] = shared[name] ?? (await measureWritten(join(draft.folder, name)));
  const { generation } = draft;
  const manifest: Manifest = {
    indexVersion,
    generation,
    createdAt: new Date().toISOString(),
    ...content,
    files,
  };
  await writeFile(join(draft.folder, "manifest.json"), sealManifest(manifest));
  failpoint("after-manifest");
  await syncFolder(draft.folder);
  failpoint("after-sync");
  await renameDurably(draft.folder, generationFolder(dataDir, generation));
  failpoint("after-rename");
  await writeDurably(join(dataDir, pointerName), `${generation}\n`, () =>
    failpoint("after-pointer-temporary"),
  );
  failpoint("after-pointer");
  await sweep(dataDir);
  failpoint("after-sweep");
  return manifest;
}

/** Dated back before it is read, so that a later change of any kind shows in the file's time stamp (see trusted-files.ts). */
async function measureWritten(path: string): Promise<FileChecksum> {
  const earlier = new Date(Date.now() - dateBackMs);
  await utimes(path, earlier, earlier);
  return measureFile(path);
}

/** The name of the published generation, or null where nothing has been published. */
export async function currentGeneration(dataDir: string): Promise<string | null> {
  try {
    return (await readFile(join(dataDir, pointerName), "utf8")).trim() || null;
  } catch {
    return null;
  }
}

/**
 * Generations to open, the published one first, then those before it in case that is damaged. Where the pointer names
 * nothing that is there, the newest one comes first.
 */
export async function openableGenerations(dataDir: string): Promise<string[]> {
  const current = await currentGeneration(dataDir);
  const newestFirst = (await listFolder(join(dataDir, "generations"))).reverse();
  return newestFirst.slice(Math.max(0, newestFirst.indexOf(current ?? "")));
}

export function generationFolder(dataDir: string, generation: string): string {
  return join(dataDir, "generations", generation);
}

/** The published manifest, or null where there is none that this program can read. */
export async function currentManifest(dataDir: string): Promise<Manifest | null> {
  const generation = await currentGeneration(dataDir);
  if (generation === null) return null;
  return readManifest(generationFolder(dataDir, generation)).catch(() => null);
}

/**
 * Removes what no reader needs: generations older than the last two, newer ones whose publishing was cut off, and what
 * runs that died were writing. The caller holds the lock.
 */
export async function sweep(dataDir: string): Promise<void> {
  for (const name of await listFolder(join(dataDir, "drafts")))
    await rm(join(dataDir, "drafts", name), { recursive: true, force: true });
  await rm(temporaryOf(join(dataDir, pointerName)), { force: true });
  const current = await currentGeneration(dataDir);
  const names = await listFolder(join(dataDir, "generations"));
  const place = names.indexOf(current ?? "");
  if (place < 0) return;
  const kept = new Set(names.slice(0, place + 1).slice(-keptGenerations));
  for (const name of names) {
    if (!kept.has(name)) await rm(generationFolder(dataDir, name), { recursive: true, force: true });
  }
}

async function listFolder(path: string): Promise<string[]> {
  return (await readdir(path).catch(() => [])).sort();
}
