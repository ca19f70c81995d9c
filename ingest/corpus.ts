import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readableExtensions } from "./read/read-document.ts";

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
  let entries: Awaited<ReturnType<typeof listEntries>>;
  try {
    entries = await listEntries(folder);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? ""))
      return { status: "missing" };
    throw error;
  }
  const files: SourceFile[] = [];
  const refusals: Refusal[] = [];
  for (const entry of entries.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (isLeftOut(entry.id)) continue;
    if (!entry.isFile) refusals.push({ id: entry.id, code: "not_regular", message: "is not a regular file" });
    else if (!isReadable(entry.id))
      refusals.push({ id: entry.id, code: "unsupported", message: unsupported });
    else files.push({ id: entry.id, path: join(folder, ...entry.id.split("/")) });
  }
  return { status: "found", files, refusals };
}

const unsupported = `is of a kind that is not read; readable are ${readableExtensions.join(", ")}`;

async function listEntries(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const below = entry.parentPath.slice(folder.length).split(/[\\/]/).filter(Boolean);
      return { id: [...below, entry.name].join("/"), isFile: entry.isFile() };
    });
}

function isLeftOut(id: string): boolean {
  const parts = id.split("/");
  return parts.some((part) => part.startsWith(".")) || /^readme\.(?:md|txt)$/i.test(parts.at(-1) ?? "");
}

function isReadable(id: string): boolean {
  return readableExtensions.some((extension) => id.toLowerCase().endsWith(extension));
}
