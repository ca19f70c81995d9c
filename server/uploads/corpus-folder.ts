import { lstat, mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";

/**
 * The folder of the corpus that a file of this id stands in, with every link on the way resolved, or null where the
 * way leads through a link or a file. `make` creates what is missing.
 */
export async function folderOf(
  corpusDir: string,
  id: string,
  { make }: { readonly make: boolean },
): Promise<string | null> {
  let folder = await realpath(corpusDir);
  for (const name of id.split("/").slice(0, -1)) {
    if (name === "" || name === "." || name === "..") return null;
    folder = join(folder, name);
    if (make) await mkdir(folder).catch(ignoreExisting);
    const found = await lstat(folder).catch(() => null);
    if (!found?.isDirectory()) return null;
  }
  return folder;
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
