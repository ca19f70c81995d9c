import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { IngestReport, SourceReport } from "../report.ts";
import type { FileChecksum } from "./checksum.ts";
import type { Segment } from "./segment-files.ts";

/** Raised whenever the files of an index change their meaning. */
export const indexVersion = 5;

/** Where the text of a source stands: the number of its segment, and its position among the documents there. */
export interface DocumentPlace {
  readonly segment: number;
  readonly position: number;
}

/** A source file as it was looked into, and what came of it. */
export type SourceFindings = SourceReport & {
  readonly bytes: number;
  readonly modifiedAtMs: number;
  /** Hexadecimal; of a file that was not read, why. */
  readonly sha256: string;
};

/** `place` is null for a source that was refused. */
export type SourceRecord = SourceFindings & { readonly place: DocumentPlace | null };

/** What a generation was built from and with, and the checksum of each of its files. */
export interface Manifest extends Omit<IngestReport, "sources"> {
  readonly indexVersion: number;
  readonly embedder: { readonly id: string; readonly dimension: number };
  /** In the order in which their passages are numbered. What no source has its place in is no longer part of the index. */
  readonly segments: readonly Segment[];
  /** Fingerprint of the program that read the sources. */
  readonly program: string;
  /** When the corpus was looked at: later changes are not in this generation. */
  readonly lookedAtMs: number;
  /** Files that were read or refused on reading. */
  readonly sources: readonly SourceRecord[];
  /** What stands in the corpus folder and was not looked into. */
  readonly leftOut: readonly SourceReport[];
  readonly files: Readonly<Record<string, FileChecksum>>;
}

/** What a generation's manifest says to whoever keeps the documents. */
export function toReport({ generation, createdAt, tookMs, sources, leftOut }: Manifest): IngestReport {
  const reports = sources.map(({ bytes, modifiedAtMs, sha256, place, ...report }): SourceReport => report);
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
  const text = JSON.stringify(manifest);
  return `${text.slice(0, -1)},"seal":"${checksumOf(text)}"}`;
}

/** The manifest of a generation folder; its version is compared before anything else is believed. */
export async function readManifest(folder: string): Promise<Manifest> {
  const { text, manifest } = await parseManifest(folder);
  if (manifest.indexVersion !== indexVersion) {
    throw new IndexError(
      `The index in '${folder}' has version ${manifest.indexVersion}, this program reads ${indexVersion}: run 'npm run ingest'.`,
    );
  }
  if (!isSealed(text) || manifest.generation !== basename(folder)) {
    throw new IndexError(`The manifest in '${folder}' is damaged: run 'npm run ingest'.`);
  }
  return manifest;
}

async function parseManifest(
  folder: string,
): Promise<{ readonly text: string; readonly manifest: Manifest }> {
  try {
    const text = await readFile(join(folder, "manifest.json"), "utf8");
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null) throw new TypeError("not an object");
    return { text, manifest: parsed as Manifest };
  } catch (cause) {
    throw new IndexError(`The index in '${folder}' has no readable manifest: run 'npm run ingest'.`, {
      cause,
    });
  }
}

/** The seal is taken over the text itself: to write a large manifest anew for comparing costs as much as reading it. */
function isSealed(text: string): boolean {
  const start = text.lastIndexOf(',"seal":"');
  return start > 0 && text.slice(start) === `,"seal":"${checksumOf(`${text.slice(0, start)}}`)}"}`;
}

function checksumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
