import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
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
  mkdirSync(dataDir, { recursive: true });
  const database = new Database(join(dataDir, "embeddings.sqlite"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  database.exec(
    "CREATE TABLE IF NOT EXISTS embeddings (key TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID",
  );
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

function toBytes(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** Copied, as the bytes of a row need not begin at a multiple of four. */
function toVector(bytes: Buffer): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}
