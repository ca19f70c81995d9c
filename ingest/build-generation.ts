import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Document } from "./document.ts";
import type { Embedder } from "./embeddings/embedder.ts";
import { failpoint } from "./failpoint.ts";
import { encodeArrays, readArrays } from "./index/embedded/array-file.ts";
import type { Draft } from "./index/embedded/generations.ts";
import { buildLexical, decodeLexical, encodeLexical, mergeLexical } from "./index/embedded/lexical-fields.ts";
import { fileNames } from "./index/embedded/manifest.ts";
import { writeDocuments } from "./index/embedded/write-documents.ts";
import { writeVectors } from "./index/embedded/write-vectors.ts";
import { passageTerms } from "./passage-terms.ts";
import type { ReportProgress } from "./progress.ts";

export interface GenerationChanges {
  /** The generation to go on from, or null to begin anew. */
  readonly base: { readonly folder: string; readonly shards: number } | null;
  readonly removed: readonly string[];
  readonly renamed: ReadonlyMap<string, string>;
  readonly added: readonly Document[];
  /** One vector per passage of `added`, in order. */
  readonly vectors: readonly Float32Array[];
}

/** Fills a draft with the base's content and the changes to it; returns the number of vector files. */
export async function buildGeneration(
  { folder }: Draft,
  { base, removed, renamed, added, vectors }: GenerationChanges,
  { dimension }: Embedder,
  onProgress: ReportProgress,
): Promise<number> {
  const total = 3;
  const numbers = writeDocuments(join(folder, fileNames.documents), {
    base: base && join(base.folder, fileNames.documents),
    removed,
    renamed,
    added,
  });
  failpoint("after-documents");
  onProgress({ step: "write", done: 1, total });
  const addedWords = buildLexical(
    added.flatMap((document) => document.passages.map((passage) => passageTerms(document, passage))),
  );
  const words = base
    ? mergeLexical(decodeLexical(readArrays(join(base.folder, fileNames.words))), addedWords, numbers)
    : addedWords;
  await writeFile(join(folder, fileNames.words), encodeArrays(encodeLexical(words)));
  failpoint("after-words");
  onProgress({ step: "write", done: 2, total });
  const shards = await writeVectors(folder, { base, dimension, ...numbers, added: vectors });
  failpoint("after-vectors");
  onProgress({ step: "write", done: 3, total });
  return shards;
}
