import { open, readFile, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** Who holds the lock: a process is known by its number and the moment it began, as numbers are used again. */
interface Owner {
  readonly pid: number;
  readonly startedAt: string;
  readonly host: string;
}

export class LockedError extends Error {
  override readonly name = "LockedError";
}

export interface Lock {
  readonly release: () => Promise<void>;
  /** A dead process whose lock was taken over, or null. */
  readonly takenFrom: number | null;
}

/** The right to write in `dataDir`, held by one process at a time. Throws LockedError while another one has it. */
export async function acquireLock(dataDir: string): Promise<Lock> {
  const path = join(dataDir, "ingest.lock");
  const own: Owner = { pid: process.pid, startedAt: (await startOf(process.pid)) ?? "", host: hostname() };
  let takenFrom: number | null = null;
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await createLock(path, own)) return { takenFrom, release: () => rm(path, { force: true }) };
    const owner = await readOwner(path);
    if (owner && (await isAlive(owner))) {
      throw new LockedError(
        `Another ingest is running (locked by pid ${owner.pid} on ${owner.host}): wait until it ends.`,
      );
    }
    takenFrom = owner?.pid ?? 0;
    await removeStale(path);
  }
  throw new LockedError(`The lock '${path}' changes hands too fast: try again.`);
}

async function createLock(path: string, owner: Owner): Promise<boolean> {
  try {
    const handle = await open(path, "wx");
    await handle.writeFile(JSON.stringify(owner));
    await handle.sync();
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function readOwner(path: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Owner;
  } catch {
    return null;
  }
}

/** Only one of several processes that see the same dead lock succeeds in moving it away. */
async function removeStale(path: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  await rename(path, aside).catch(() => {});
  await rm(aside, { force: true });
}

/** A process of another machine is taken to be alive, as nothing here can tell. */
async function isAlive({ pid, startedAt, host }: Owner): Promise<boolean> {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const started = await startOf(pid);
  return started === null || startedAt === "" || started === startedAt;
}

/** Clock ticks between boot and the start of a process (field 22 of /proc/pid/stat); null where there is no /proc. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}
