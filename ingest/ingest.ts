import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listCorpus, type Refusal, type SourceFile } from "./corpus.ts";
import type { Document } from "./document.ts";
import type { Embedder } from "./embeddings/embedder.ts";
import { encodeArrays } from "./index/embedded/array-file.ts";
import { writeDocuments } from "./index/embedded/document-store.ts";
import { currentManifest, type Draft, dropDraft, openDraft, publish } from "./index/embedded/generations.ts";
import { encodeLexical } from "./index/embedded/lexical.ts";
import { fileNames, type SourceStamp } from "./index/embedded/manifest.ts";
import { writeVectors } from "./index/embedded/vectors.ts";
import { passageTerms, passageText } from "./passage-terms.ts";
import { readDocument } from "./read/read-document.ts";
import { structureDocument } from "./structure/structure.ts";

export interface IngestOptions {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly embedder: Embedder;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly step: "read" | "embed" | "write";
  readonly done: number;
  readonly total: number;
}

export type IngestReport =
  | { readonly status: "missing" }
  | {
      readonly status: "published";
      readonly documents: readonly Document[];
      readonly refusals: readonly Refusal[];
    };

/** Reads the corpus and publishes a new generation of the index. Whatever fails, the old generation stays (I6). */
export async function ingest({
  corpusDir,
  dataDir,
  embedder,
  onProgress = () => {},
}: IngestOptions): Promise<IngestReport> {
  const corpus = await listCorpus(corpusDir);
  if (corpus.status === "missing") return corpus;
  const { documents, sources, refusals } = await readAll(corpus.files, onProgress);
  const vectors = await embedAll(documents, embedder, onProgress);
  const draft = await openDraft(dataDir);
  try {
    await fillDraft(draft, documents, vectors, embedder, onProgress);
    const allRefusals = [...corpus.refusals, ...refusals];
    const about = {
      embedder: { id: embedder.id, dimension: embedder.dimension },
      sources,
      refusals: allRefusals,
    };
    await publish(dataDir, draft, about);
    return { status: "published", documents, refusals: allRefusals };
  } catch (error) {
    await dropDraft(draft);
    throw error;
  }
}

/** Whether the published generation was built from other files, by another version or with another embedder. */
export async function isStale({ corpusDir, dataDir, embedder }: IngestOptions): Promise<boolean> {
  const manifest = await currentManifest(dataDir);
  if (!manifest || manifest.embedder.id !== embedder.id) return true;
  const corpus = await listCorpus(corpusDir);
  if (corpus.status === "missing") return false;
  const stamps = await Promise.all(corpus.files.map(stampFile));
  return JSON.stringify(stamps) !== JSON.stringify(manifest.sources);
}

async function readAll(files: readonly SourceFile[], onProgress: (progress: Progress) => void) {
  const documents: Document[] = [];
  const sources: SourceStamp[] = [];
  const refusals: Refusal[] = [];
  for (const [index, file] of files.entries()) {
    sources.push(await stampFile(file));
    const result = await readDocument(file.path);
    if (result.status === "read") documents.push(structureDocument(file.id, result.lines));
    else refusals.push({ id: file.id, code: result.code, message: result.message });
    onProgress({ step: "read", done: index + 1, total: files.length });
  }
  return { documents, sources, refusals };
}

async function stampFile({ id, path }: SourceFile): Promise<SourceStamp> {
  const bytes = await readFile(path).catch(() => null);
  return { id, sha256: bytes ? createHash("sha256").update(bytes).digest("hex") : "unreadable" };
}

const embeddingBatch = 64;

async function embedAll(
  documents: readonly Document[],
  embedder: Embedder,
  onProgress: (progress: Progress) => void,
) {
  const texts = documents.flatMap((document) =>
    document.passages.map((passage) => passageText(document, passage)),
  );
  const vectors: Float32Array[] = [];
  while (vectors.length < texts.length) {
    vectors.push(...(await embedder.embed(texts.slice(vectors.length, vectors.length + embeddingBatch))));
    onProgress({ step: "embed", done: vectors.length, total: texts.length });
  }
  return vectors;
}

async function fillDraft(
  draft: Draft,
  documents: readonly Document[],
  vectors: readonly Float32Array[],
  embedder: Embedder,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  writeDocuments(join(draft.folder, fileNames.documents), documents);
  onProgress({ step: "write", done: 1, total: 3 });
  const terms = documents.flatMap((document) =>
    document.passages.map((passage) => passageTerms(document, passage)),
  );
  await writeFile(join(draft.folder, fileNames.words), encodeArrays(encodeLexical(terms)));
  onProgress({ step: "write", done: 2, total: 3 });
  await writeVectors(join(draft.folder, fileNames.vectors), vectors, embedder.dimension);
  onProgress({ step: "write", done: 3, total: 3 });
}
