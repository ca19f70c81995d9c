import { open, readdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Flushes a file or folder to disk, so that a power cut after this call cannot undo it. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function syncFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await syncPath(join(folder, name));
  await syncPath(folder);
}

export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncPath(dirname(to));
}

/** The file is never seen half-written: a temporary neighbour is filled, flushed and renamed over it. One writer only. */
export async function writeDurably(path: string, text: string, beforeRename = () => {}): Promise<void> {
  const temporary = temporaryOf(path);
  const handle = await open(temporary, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  beforeRename();
  await renameDurably(temporary, path);
}

export function temporaryOf(path: string): string {
  return `${path}.tmp`;
}
