import { createHash } from "node:crypto";
import { readFileSync, type Stats, statSync } from "node:fs";
import type { SourceFile } from "./corpus.ts";
import { hashFile } from "./index/embedded/checksum.ts";
import type { SourceRecord } from "./index/embedded/manifest.ts";
import { mapInParallel } from "./map-in-parallel.ts";
import { defaultLimits } from "./read/limits.ts";

/** What a file was when it was last looked at. */
export interface SourceStamp {
  readonly id: string;
  readonly bytes: number;
  readonly modifiedAtMs: number;
  /** Hexadecimal; of a file that was not read, why. */
  readonly sha256: string;
}

/** What to do so that the index matches the corpus: every file of the corpus is kept or to be read. */
export interface Plan {
  /** Sources whose content is indexed already, under the id of their file now. */
  readonly kept: readonly { readonly record: SourceRecord; readonly stamp: SourceStamp }[];
  readonly toRead: readonly { readonly file: SourceFile; readonly stamp: SourceStamp }[];
  /** Ids in the index that are no longer wanted: deleted files and earlier versions of changed ones. */
  readonly removed: readonly string[];
}

const unreadable = "unreadable";
const filesAtOnce = 32;
/** A file changed within this time of the last look may have been changed again without a new time stamp. */
const racyWithinMs = 2000;

/** Compares the corpus with what the last generation was built from; only files that may have changed are read. */
export async function planChanges(
  files: readonly SourceFile[],
  before: readonly SourceRecord[],
  lookedAtMs: number,
): Promise<Plan> {
  const known = new Map(before.map((record) => [record.id, record]));
  const stamps = await mapInParallel(files, filesAtOnce, (file) =>
    stampFile(file, known.get(file.id), lookedAtMs),
  );
  const present = new Set(files.map((file) => file.id));
  const gone = new Map(
    before.filter((record) => !present.has(record.id)).map((record) => [record.sha256, record]),
  );
  gone.delete(unreadable);
  const kept: { record: SourceRecord; stamp: SourceStamp }[] = [];
  const toRead: { file: SourceFile; stamp: SourceStamp }[] = [];
  files.forEach((file, index) => {
    const stamp = stamps[index] as SourceStamp;
    const same = known.get(file.id);
    const record = same?.sha256 === stamp.sha256 ? same : same ? undefined : gone.get(stamp.sha256);
    if (!record) {
      toRead.push({ file, stamp });
      return;
    }
    if (record !== same) gone.delete(stamp.sha256);
    kept.push({ record, stamp });
  });
  const keptIds = new Set(kept.map(({ record }) => record.id));
  return { kept, toRead, removed: before.map((record) => record.id).filter((id) => !keptIds.has(id)) };
}

/** Whether the corpus is exactly what the index holds. */
export function isUnchanged({ kept, toRead, removed }: Plan): boolean {
  return (
    toRead.length === 0 && removed.length === 0 && kept.every(({ record, stamp }) => record.id === stamp.id)
  );
}

async function stampFile(
  { id, path }: SourceFile,
  known: SourceRecord | undefined,
  lookedAtMs: number,
): Promise<SourceStamp> {
  const found = lookAt(path);
  if (!found?.isFile()) return { id, bytes: 0, modifiedAtMs: 0, sha256: unreadable };
  const { size: bytes, mtimeMs: modifiedAtMs } = found;
  const isSettled = modifiedAtMs < lookedAtMs - racyWithinMs;
  if (known && isSettled && known.bytes === bytes && known.modifiedAtMs === modifiedAtMs) {
    return { id, bytes, modifiedAtMs, sha256: known.sha256 };
  }
  const isTooLarge = bytes > defaultLimits.largestBytes;
  // A file that is too large to be read is known by its size alone.
  const sha256 = isTooLarge ? `${bytes} bytes` : await hashSource(path, bytes).catch(() => unreadable);
  return { id, bytes, modifiedAtMs, sha256 };
}

/** Without the turns of other work that a promise costs: most files of a large corpus are only looked at. */
function lookAt(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** Up to this size a file is read sooner than a stream of it is set up. */
const smallBytes = 1 << 20;

async function hashSource(path: string, bytes: number): Promise<string> {
  if (bytes > smallBytes) return hashFile(path);
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
