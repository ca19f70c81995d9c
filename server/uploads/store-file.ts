import { lstat, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { folderOf } from "./corpus-folder.ts";
import type { UploadRefusal } from "./read-name.ts";

/**
 * Puts a received file into the corpus whole or not at all: it is flushed and renamed. A link is followed nowhere; one that
 * stands at the file's own name is refused, not written through.
 */
export async function storeFile(
  corpusDir: string,
  { id, received, replace }: { readonly id: string; readonly received: string; readonly replace: boolean },
): Promise<{ readonly replaced: boolean } | UploadRefusal> {
  const folder = await folderOf(corpusDir, id, { make: true });
  if (folder === null) return { code: "name_invalid", message: "names a folder that is a file or a link" };
  const path = join(folder, id.split("/").at(-1) ?? id);
  const before = await lstat(path).catch(() => null);
  if (before && !before.isFile())
    return { code: "name_invalid", message: "has the name of a folder or a link" };
  if (before && !replace)
    return { code: "exists", message: "is there already: replace it, or give it another name" };
  await flush(received);
  // The way is looked at again, as a folder may have become a link meanwhile.
  if ((await folderOf(corpusDir, id, { make: false })) !== folder)
    return { code: "name_invalid", message: "names a folder that has just changed" };
  await rename(received, path);
  return { replaced: before !== null };
}

async function flush(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
