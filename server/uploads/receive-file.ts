import { randomUUID } from "node:crypto";
import { open, readdir, realpath, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { SentFile } from "../http/multipart-body.ts";

/** Opens the names of unfinished files; an ingest passes over names that begin with a full stop. */
const unfinished = ".groundline-upload-";
/** What is older than any upload takes was left by a server that died. */
const abandonedAfterMs = 60 * 60_000;
/** First bytes that tell what a file is. */
const openingLength = 1024;

/** A file that has arrived whole and stands, under another name, on the disk of the corpus. */
export interface ReceivedFile {
  readonly path: string;
  readonly opening: Uint8Array;
}

/** Writes a file to the disk as it arrives, so that no more of it than a chunk is ever in memory. */
export async function receiveFile(corpusDir: string, content: SentFile["content"]): Promise<ReceivedFile> {
  const path = join(await realpath(corpusDir), `${unfinished}${randomUUID()}`);
  const file = await open(path, "wx", 0o644);
  try {
    let opening = Buffer.alloc(0);
    for await (const chunk of content) {
      if (opening.length < openingLength)
        opening = Buffer.concat([opening, chunk.subarray(0, openingLength - opening.length)]);
      await file.writeFile(chunk);
    }
    return { path, opening };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Removes a file that was not stored. */
export async function discard({ path }: ReceivedFile): Promise<void> {
  await rm(path, { force: true });
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
