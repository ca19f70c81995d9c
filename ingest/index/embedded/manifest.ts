import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Refusal } from "../../corpus.ts";

/** Raised whenever the files, the structure of passages or the index terms change their meaning. */
export const indexVersion = 1;

export const fileNames = {
  documents: "documents.sqlite",
  words: "words.bin",
  vectors: "vectors.hnsw",
} as const;

/** What a generation was built from and with, and the checksum of each of its files. */
export interface Manifest {
  readonly indexVersion: number;
  readonly generation: string;
  readonly createdAt: string;
  readonly embedder: { readonly id: string; readonly dimension: number };
  readonly sources: readonly SourceStamp[];
  readonly refusals: readonly Refusal[];
  readonly files: Readonly<Record<string, string>>;
}

/** A source file as it was read, `sha256` in hexadecimal. */
export interface SourceStamp {
  readonly id: string;
  readonly sha256: string;
}

export class IndexError extends Error {
  override readonly name = "IndexError";
}

/** The manifest of a generation folder, its version and checksums compared before anything else is opened. */
export async function readManifest(folder: string): Promise<Manifest> {
  const manifest = await parseManifest(folder);
  if (manifest.indexVersion !== indexVersion) {
    throw new IndexError(
      `The index in '${folder}' has version ${manifest.indexVersion}, this program reads ${indexVersion}: run 'npm run ingest'.`,
    );
  }
  for (const [name, expected] of Object.entries(manifest.files)) {
    const found = await hashFile(join(folder, name)).catch(() => "missing");
    if (found !== expected) {
      throw new IndexError(
        `The index file '${join(folder, name)}' is damaged or missing: run 'npm run ingest'.`,
      );
    }
  }
  return manifest;
}

async function parseManifest(folder: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as Manifest;
  } catch (cause) {
    throw new IndexError(`The index in '${folder}' has no readable manifest: run 'npm run ingest'.`, {
      cause,
    });
  }
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}
