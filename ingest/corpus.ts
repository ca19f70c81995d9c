import type { Dirent } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { readableExtensions } from "./read/formats.ts";

/** One file of the corpus; `id` is its path inside the corpus with `/` separators. */
export interface SourceFile {
  readonly id: string;
  readonly path: string;
}

/** A file that was left out, and why. */
export interface Refusal {
  readonly id: string;
  readonly code: string;
  readonly message: string;
}

export type Corpus =
  | { readonly status: "found"; readonly files: readonly SourceFile[]; readonly refusals: readonly Refusal[] }
  | { readonly status: "missing" };

/** The files of the corpus folder and all folders below it, by id. Dot files and READMEs are not part of a corpus. */
export async function listCorpus(folder: string): Promise<Corpus> {
  let root: string;
  try {
    root = await realpath(folder);
    await readdir(root);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? ""))
      return { status: "missing" };
    throw error;
  }
  const found: { files: SourceFile[]; refusals: Refusal[] } = { files: [], refusals: [] };
  await gather({ root, folder, id: "" }, found);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { status: "found", files: found.files.sort(byId), refusals: found.refusals.sort(byId) };
}

export const unsupported = `is of a kind that is not read; readable are ${readableExtensions.join(", ")}`;

interface Place {
  /** The corpus folder with every link resolved. */
  readonly root: string;
  readonly folder: string;
  readonly id: string;
}

/** Adds what stands in one folder, and goes into its folders; links are followed nowhere. */
async function gather(place: Place, found: { files: SourceFile[]; refusals: Refusal[] }): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(place.folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = `is a folder that cannot be opened (${code}): check its permissions`;
    found.refusals.push({ id: place.id, code: "permission", message });
    return;
  }
  for (const entry of entries) {
    if (isLeftOut(entry.name)) continue;
    const id = place.id === "" ? entry.name : `${place.id}/${entry.name}`;
    const path = join(place.folder, entry.name);
    if (entry.isDirectory()) await gather({ root: place.root, folder: path, id }, found);
    else if (entry.isSymbolicLink()) found.refusals.push({ id, ...(await refuseLink(place.root, path)) });
    else if (!entry.isFile())
      found.refusals.push({ id, code: "not_regular", message: "is not a regular file" });
    else if (!isReadable(id)) found.refusals.push({ id, code: "unsupported", message: unsupported });
    else found.files.push({ id, path });
  }
}

/** `~$` opens the lock files that office programs leave beside an open document. */
export function isLeftOut(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$") || /^readme\.(?:md|txt)$/i.test(name);
}

async function refuseLink(root: string, path: string): Promise<{ code: string; message: string }> {
  const target = await realpath(path).catch(() => null);
  if (target === null) return { code: "not_regular", message: "is a link that leads nowhere" };
  if (target === root || target.startsWith(root + sep))
    return { code: "not_regular", message: "is a link; what it leads to is read under its own name" };
  return { code: "outside_root", message: "is a link that leads outside the corpus folder" };
}

export function isReadable(id: string): boolean {
  return readableExtensions.some((extension) => id.toLowerCase().endsWith(extension));
}
