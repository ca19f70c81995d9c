import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { IngestReport, SourceReport } from "../report.ts";

/** Raised whenever the files of an index change their meaning. */
export const indexVersion = 4;

export const fileNames = { documents: "documents.sqlite", words: "words.bin" } as const;

/** A source file as it was read, and what came of it. */
export type SourceRecord = SourceReport & {
  readonly bytes: number;
  readonly modifiedAtMs: number;
  /** Hexadecimal; of a file that was not read, why. */
  readonly sha256: string;
};

/** What a generation was built from and with, and the checksum of each of its files. */
export interface Manifest extends Omit<IngestReport, "sources"> {
  readonly indexVersion: number;
  readonly embedder: { readonly id: string; readonly dimension: number };
  readonly shards: number;
  /** Fingerprint of the program that read the sources. */
  readonly program: string;
  /** When the corpus was looked at: later changes are not in this generation. */
  readonly lookedAtMs: number;
  /** Files that were read or refused on reading. */
  readonly sources: readonly SourceRecord[];
  /** What stands in the corpus folder and was not looked into. */
  readonly leftOut: readonly SourceReport[];
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** What a generation's manifest says to whoever keeps the documents. */
export function toReport({ generation, createdAt, tookMs, sources, leftOut }: Manifest): IngestReport {
  const reports = sources.map(({ bytes, modifiedAtMs, sha256, ...report }): SourceReport => report);
  return {
    generation,
    createdAt,
    tookMs,
    sources: [...reports, ...leftOut].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

export class IndexError extends Error {
  override readonly name = "IndexError";
}

/** The text of a manifest file: the manifest with a checksum over all the rest of it. */
export function sealManifest(manifest: Manifest): string {
  return JSON.stringify({ ...manifest, seal: checksumOf(manifest) });
}

/** The manifest of a generation folder; its version is compared before anything else is believed. */
export async function readManifest(folder: string): Promise<Manifest> {
  const { seal, ...manifest } = await parseManifest(folder);
  if (manifest.indexVersion !== indexVersion) {
    throw new IndexError(
      `The index in '${folder}' has version ${manifest.indexVersion}, this program reads ${indexVersion}: run 'npm run ingest'.`,
    );
  }
  if (seal !== checksumOf(manifest) || manifest.generation !== basename(folder)) {
    throw new IndexError(`The manifest in '${folder}' is damaged: run 'npm run ingest'.`);
  }
  return manifest;
}

/** Compares every index file with its checksum, before a native library opens it. */
export async function verifyFiles(folder: string, { files }: Manifest): Promise<void> {
  for (const [name, expected] of Object.entries(files)) {
    const found = await measureFile(join(folder, name)).catch(() => null);
    if (found?.bytes !== expected.bytes || found.sha256 !== expected.sha256) {
      throw new IndexError(
        `The index file '${join(folder, name)}' is damaged or missing: run 'npm run ingest'.`,
      );
    }
  }
}

async function parseManifest(folder: string): Promise<Manifest & { readonly seal?: string }> {
  try {
    const parsed: unknown = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
    if (typeof parsed !== "object" || parsed === null) throw new TypeError("not an object");
    return parsed as Manifest & { readonly seal?: string };
  } catch (cause) {
    throw new IndexError(`The index in '${folder}' has no readable manifest: run 'npm run ingest'.`, {
      cause,
    });
  }
}

function checksumOf(manifest: Manifest): string {
  return createHash("sha256").update(JSON.stringify(manifest)).digest("hex");
}

export async function measureFile(
  path: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  return { bytes: (await stat(path)).size, sha256: await hashFile(path) };
}

/** A megabyte at a time is hashed twice as fast as the usual 64 KiB. */
const hashedAtOnce = 1 << 20;

/** SHA-256 of a file's bytes in hexadecimal, read piece by piece. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: hashedAtOnce }))
    hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}
