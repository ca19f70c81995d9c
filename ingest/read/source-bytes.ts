import { constants } from "node:fs";
import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import { type Refused, refuse } from "./read-result.ts";

export interface SourceBytesOptions {
  /** The corpus folder; where it is given, a file that is really elsewhere is refused. */
  readonly root?: string;
  readonly largestBytes: number;
}

export type SourceBytes = { readonly status: "read"; readonly bytes: Uint8Array } | Refused;

/** All bytes of one regular file as it stood at one moment; a file that changes meanwhile is read once more. */
export async function readSourceBytes(path: string, options: SourceBytesOptions): Promise<SourceBytes> {
  return (await readOnce(path, options)) ?? (await readOnce(path, options)) ?? refuse("changed", changed);
}

const changed = "was changed while it was read, twice: run again when nobody is writing it";

/** Null where the file changed between opening and closing. */
async function readOnce(
  path: string,
  { root, largestBytes }: SourceBytesOptions,
): Promise<SourceBytes | null> {
  let handle: FileHandle;
  try {
    // Not following a link closes the moment between the check and the opening; not blocking lets a pipe be seen.
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    return refuseUnopened(cause as NodeJS.ErrnoException);
  }
  try {
    const before = await handle.stat({ bigint: true });
    if (!before.isFile()) return refuse("not_regular", "is not a regular file");
    if (before.size > BigInt(largestBytes)) return refuse("too_large", tooLarge(before.size, largestBytes));
    if (root !== undefined && !(await isInside(root, path, before)))
      return refuse("outside_root", "leads outside the corpus folder");
    const bytes = await handle.readFile();
    const after = await stat(path, { bigint: true }).catch(() => null);
    return after && isSame(before, after) && BigInt(bytes.length) === before.size
      ? { status: "read", bytes }
      : null;
  } catch (cause) {
    return refuseUnopened(cause as NodeJS.ErrnoException);
  } finally {
    await handle.close();
  }
}

function refuseUnopened({ code = "unknown error" }: NodeJS.ErrnoException): Refused {
  if (code === "EACCES" || code === "EPERM")
    return refuse("permission", `cannot be opened (${code}): check its permissions`);
  if (code === "ELOOP") return refuse("not_regular", "is a link: put the file itself into the corpus folder");
  if (code === "ENXIO") return refuse("not_regular", "is not a regular file");
  return refuse("unreadable", `cannot be read (${code}): check that it exists and that its disk is sound`);
}

function tooLarge(size: bigint, largestBytes: number): string {
  const inMegabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  return `has ${inMegabytes(Number(size))}, more than the ${inMegabytes(largestBytes)} that are read: split it`;
}

interface FileIdentity {
  readonly ino: bigint;
  readonly dev: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
}

/** Whether what was opened is what the path, every link on it resolved, names inside the root. */
async function isInside(root: string, path: string, opened: FileIdentity): Promise<boolean> {
  const [realRoot, realPath] = await Promise.all([realpath(root), realpath(path)]);
  if (!realPath.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) return false;
  const named = await stat(realPath, { bigint: true });
  return named.ino === opened.ino && named.dev === opened.dev;
}

function isSame(before: FileIdentity, after: FileIdentity): boolean {
  return (
    before.ino === after.ino &&
    before.dev === after.dev &&
    before.size === after.size &&
    before.mtimeNs === after.mtimeNs
  );
}
