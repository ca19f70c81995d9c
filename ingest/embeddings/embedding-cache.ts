import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";

/** Vectors already computed, by embedder and text, so that a text is embedded once per model (I7). */
export interface EmbeddingCache {
  read(text: string): Float32Array | null;
  write(entries: readonly { readonly text: string; readonly vector: Float32Array }[]): void;
  close(): void;
}

/** The cache of one embedder in `dataDir`; several processes may read and write it. */
export function openEmbeddingCache(dataDir: string, embedderId: string): EmbeddingCache {
  const path = join(dataDir, "embeddings.sqlite");
  mkdirSync(dataDir, { recursive: true });
  let open = unlessDamaged(() => openTable(path)) ?? beginAnew(path);
  const keyOf = (text: string) => createHash("sha256").update(`${embedderId}\0${text}`).digest("base64");
  /** Damage shows where it lies; a file that has any is thrown away: what it held can be computed again. */
  const use = <Result>(work: (table: Table) => Result): Result | null => {
    const result = unlessDamaged(() => work(open));
    if (result !== null) return result;
    open.database.close();
    open = beginAnew(path);
    return null;
  };
  return {
    read: (text) => {
      const found = use(({ select }) => ({ row: select.get(keyOf(text)) as Row | undefined }));
      return found?.row ? toVector(found.row.vector) : null;
    },
    write: (entries) => {
      use(({ database, insert }) => {
        const writeAll = () => {
          for (const { text, vector } of entries) insert.run(keyOf(text), toBytes(vector));
        };
        database.transaction(writeAll)();
        return true;
      });
    },
    close: () => open.database.close(),
  };
}

interface Row {
  readonly vector: Buffer;
}

interface Table {
  readonly database: Database.Database;
  readonly select: Database.Statement;
  readonly insert: Database.Statement;
}

function beginAnew(path: string): Table {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
  return openTable(path);
}

/** Null where the file is damaged. */
function unlessDamaged<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT") return null;
    throw error;
  }
}

/** Rows are found by a key of their own, as a tree of rows as long as a vector would take four times their space. */
function openTable(path: string): Table {
  const database = new Database(path);
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = NORMAL");
    database.exec("CREATE TABLE IF NOT EXISTS embeddings (key TEXT PRIMARY KEY, vector BLOB NOT NULL)");
    return {
      database,
      select: database.prepare("SELECT vector FROM embeddings WHERE key = ?"),
      insert: database.prepare("INSERT OR REPLACE INTO embeddings VALUES (?, ?)"),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function toBytes(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** Copied, as the bytes of a row need not begin at a multiple of four. */
function toVector(bytes: Buffer): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}
