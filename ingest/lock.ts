import { readFile, rm, truncate, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import Database from "libsql";

export class LockedError extends Error {
  override readonly name = "LockedError";
}

export interface Lock {
  readonly release: () => Promise<void>;
}

/**
 * The right to write in `dataDir`, held by one process at a time. Throws LockedError while another one has it.
 * The lock is the operating system's, taken through SQLite: it ends with its process, so none is ever stale, and
 * neither a process number used again nor a container with another host name is mistaken for its owner.
 */
export async function acquireLock(dataDir: string): Promise<Lock> {
  const ownerPath = join(dataDir, "ingest.owner");
  const database = await lockFile(join(dataDir, "ingest.lock"));
  if (!database) {
    throw new LockedError(
      `Another ingest is running (${await describeOwner(ownerPath)}): wait until it ends.`,
    );
  }
  const release = async () => {
    await rm(ownerPath, { force: true }).catch(() => {});
    database.exec("ROLLBACK");
    database.close();
  };
  try {
    await writeFile(ownerPath, JSON.stringify({ pid: process.pid, host: hostname() }));
    return { release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** A connection that holds the file, or null where another one does. */
async function lockFile(path: string): Promise<Database.Database | null> {
  try {
    return openLocked(path);
  } catch (error) {
    if (codeOf(error) !== "SQLITE_NOTADB") throw error;
    // Emptied rather than removed: others may be about to lock this very file.
    await truncate(path);
    return openLocked(path);
  }
}

/**
 * The file stays empty, as nothing is ever written in the transaction that locks it. An IMMEDIATE one keeps all others
 * out and takes a single lock, so that of several at the same moment one gets in; EXCLUSIVE ones can fail one another.
 */
function openLocked(path: string): Database.Database | null {
  const database = new Database(path);
  try {
    database.pragma("journal_mode = OFF");
    database.exec("BEGIN IMMEDIATE");
    return database;
  } catch (error) {
    database.close();
    if (codeOf(error) === "SQLITE_BUSY") return null;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as { readonly code?: string }).code;
}

/** For the message only: who holds the lock is decided by the system. */
async function describeOwner(path: string): Promise<string> {
  try {
    const { pid, host } = JSON.parse(await readFile(path, "utf8")) as { pid: number; host: string };
    return `locked by pid ${pid} on ${host}`;
  } catch {
    return "it has just begun";
  }
}
