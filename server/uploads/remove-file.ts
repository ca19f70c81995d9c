import { lstat, realpath, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { folderOf } from "./corpus-folder.ts";
import type { UploadRefusal } from "./read-name.ts";

/** Removes a file and the folders that it leaves empty. Null, or why the file could not be removed. */
export async function removeFile(corpusDir: string, id: string): Promise<UploadRefusal | null> {
  const folder = await folderOf(corpusDir, id, { make: false });
  const path = folder && join(folder, id.split("/").at(-1) ?? id);
  const found = path && (await lstat(path).catch(() => null));
  if (!found) return null;
  if (!found.isFile()) return { code: "not_regular", message: "is not a regular file" };
  await rm(path);
  await removeEmptied(folder, await realpath(corpusDir));
  return null;
}

/** A folder that still holds something, or may not be removed, stays. */
async function removeEmptied(folder: string, root: string): Promise<void> {
  for (let emptied = folder; emptied !== root; emptied = dirname(emptied)) {
    const isRemoved = await rmdir(emptied).then(
      () => true,
      () => false,
    );
    if (!isRemoved) return;
  }
}
