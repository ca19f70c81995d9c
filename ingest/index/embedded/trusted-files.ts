import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { measureFile } from "./checksum.ts";
import type { Manifest } from "./manifest.ts";

/**
 * What files were when their checksums were last found right, by name. As long as a file still is that, an ingest that
 * does not open it need not read it; who opens it compares the checksum itself (see verifyFiles).
 */
export type Checks = Readonly<Record<string, Check>>;

interface Check {
  readonly sha256: string;
  readonly bytes: number;
  readonly modifiedAtMs: number;
  readonly inode: number;
  readonly checkedAtMs: number;
}

/** A file written within this time of its check may have been written again without a new time stamp. */
const racyWithinMs = 2000;
/** Disks lose bytes without a trace in time stamps: once a day everything is read. */
const trustedForMs = 24 * 60 * 60 * 1000;

const nameOfChecks = "checked.json";

/** The files of a generation that are not what its manifest says, and the checks that the others passed. */
export async function findDamaged(
  folder: string,
  { files }: Pick<Manifest, "files">,
  known: Checks,
): Promise<{ readonly damaged: readonly string[]; readonly checks: Checks }> {
  const checks: Record<string, Check> = {};
  const damaged: string[] = [];
  for (const [name, { bytes, sha256 }] of Object.entries(files)) {
    const path = join(folder, name);
    const now = await lookAt(path, sha256, Date.now()).catch(() => null);
    const before = known[name];
    if (now?.bytes !== bytes) damaged.push(name);
    else if (before && isTrusted(before, now)) checks[name] = before;
    else if ((await measureFile(path).catch(() => null))?.sha256 === sha256) checks[name] = now;
    else damaged.push(name);
  }
  return { damaged, checks };
}

/** What cannot be read, or is no list of checks, only means that all files are read again. */
export async function readChecks(dataDir: string): Promise<Checks> {
  try {
    return (JSON.parse(await readFile(join(dataDir, nameOfChecks), "utf8")) as Checks | null) ?? {};
  } catch {
    return {};
  }
}

/** The list saves time and decides nothing: where it cannot be written there is none. */
export async function writeChecks(dataDir: string, checks: Checks): Promise<void> {
  const path = join(dataDir, nameOfChecks);
  await writeFile(path, JSON.stringify(checks)).catch(() => rm(path, { force: true }).catch(() => {}));
}

/** Notes the files of a generation that was just published, whose checksums were taken after `hashedAtMs`. */
export async function noteWritten(
  dataDir: string,
  folder: string,
  {
    files,
    known,
    hashedAtMs,
  }: Pick<Manifest, "files"> & { readonly known: Checks; readonly hashedAtMs: number },
): Promise<void> {
  const checks: Record<string, Check> = {};
  for (const [name, { sha256 }] of Object.entries(files)) {
    const before = known[name];
    const check =
      before?.sha256 === sha256
        ? before
        : await lookAt(join(folder, name), sha256, hashedAtMs).catch(() => null);
    if (check) checks[name] = check;
  }
  await writeChecks(dataDir, checks);
}

function isTrusted(before: Check, now: Check): boolean {
  const age = now.checkedAtMs - before.checkedAtMs;
  return (
    before.sha256 === now.sha256 &&
    before.bytes === now.bytes &&
    before.modifiedAtMs === now.modifiedAtMs &&
    before.inode === now.inode &&
    before.modifiedAtMs < before.checkedAtMs - racyWithinMs &&
    age >= 0 &&
    age < trustedForMs
  );
}

async function lookAt(path: string, sha256: string, checkedAtMs: number): Promise<Check> {
  const { size: bytes, mtimeMs: modifiedAtMs, ino: inode } = await stat(path);
  return { sha256, bytes, modifiedAtMs, inode, checkedAtMs };
}
