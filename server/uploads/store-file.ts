import { randomUUID } from "node:crypto";
import { type FileHandle, lstat, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { folderOf } from "./corpus-folder.ts";
import type { UploadRefusal } from "./read-name.ts";

/** Opens the names of unfinished files; an ingest passes over names that begin with a full stop. */
const unfinished = ".groundline-upload-";
/** What is older than any upload takes was left by a server that died. */
const abandonedAfterMs = 60 * 60_000;

/**
 * Puts a file into the corpus whole or not at all: it is written and flushed under another name and renamed. A link is
 * followed nowhere; one that stands at the file's own name is refused, not written through.
 */
export async function storeFile(
  corpusDir: string,
  { id, bytes, replace }: { readonly id: string; readonly bytes: Uint8Array; readonly replace: boolean },
): Promise<{ readonly replaced: boolean } | UploadRefusal> {
  const folder = await folderOf(corpusDir, id, { make: true });
  if (folder === null) return { code: "name_invalid", message: "names a folder that is a file or a link" };
  const path = join(folder, id.split("/").at(-1) ?? id);
  const before = await lstat(path).catch(() => null);
  if (before && !before.isFile())
    return { code: "name_invalid", message: "has the name of a folder or a link" };
  if (before && !replace)
    return { code: "exists", message: "is there already: replace it, or give it another name" };
  const temporary = join(await realpath(corpusDir), `${unfinished}${randomUUID()}`);
  try {
    await write(temporary, bytes);
    // The way is looked at again, as a folder may have become a link meanwhile.
    if ((await folderOf(corpusDir, id, { make: false })) !== folder)
      return { code: "name_invalid", message: "names a folder that has just changed" };
    await rename(temporary, path);
    return { replaced: before !== null };
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes what servers that died were receiving. */
export async function sweepUnfinished(corpusDir: string): Promise<void> {
  const names = await readdir(corpusDir).catch(() => []);
  for (const name of names.filter((name) => name.startsWith(unfinished))) {
    const path = join(corpusDir, name);
    const found = await stat(path).catch(() => null);
    // A folder that has been made unwritable since keeps them; that is no reason not to start.
    if (found && Date.now() - found.mtimeMs > abandonedAfterMs)
      await rm(path, { force: true }).catch(() => {});
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, "wx", 0o644);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file?.close();
  }
}
