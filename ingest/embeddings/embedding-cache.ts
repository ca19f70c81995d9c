import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "libsql";

/** Vectors already computed, by embedder and text, so that a text is embedded once per model (I7). */
export interface EmbeddingCache {
  read(text: string): Float32Array | null;
  write(entries: readonly { readonly text: string; readonly vector: Float32Array }[]): void;
  close(): void;
}

/** The cache of one embedder in `dataDir`; several processes may read and write it. */
export function openEmbeddingCache(dataDir: string, embedderId: string): EmbeddingCache {
  const database = openOrBeginAnew(join(dataDir, "embeddings.sqlite"));
  const select = database.prepare("SELECT vector FROM embeddings WHERE key = ?");
  const insert = database.prepare("INSERT OR REPLACE INTO embeddings VALUES (?, ?)");
  const keyOf = (text: string) => createHash("sha256").update(`${embedderId}\0${text}`).digest("base64");
  return {
    read: (text) => {
      const row = select.get(keyOf(text)) as { readonly vector: Buffer } | undefined;
      return row ? toVector(row.vector) : null;
    },
    write: (entries) =>
      database.transaction(() => {
        for (const { text, vector } of entries) insert.run(keyOf(text), toBytes(vector));
      })(),
    close: () => database.close(),
  };
}

/** A file that is damaged is thrown away: what it held can be computed again. */
function openOrBeginAnew(path: string): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  const database = openIfSound(path);
  if (database) return database;
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
  return open(path);
}

function openIfSound(path: string): Database.Database | null {
  try {
    const database = open(path);
    const found = database.prepare("PRAGMA quick_check(1)").get() as { readonly quick_check: string };
    if (found.quick_check === "ok") return database;
    database.close();
    return null;
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT") return null;
    throw error;
  }
}

function open(path: string): Database.Database {
  const database = new Database(path);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  database.exec(
    "CREATE TABLE IF NOT EXISTS embeddings (key TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID",
  );
  return database;
}

function toBytes(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** Copied, as the bytes of a row need not begin at a multiple of four. */
function toVector(bytes: Buffer): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}
