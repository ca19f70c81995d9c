import { join } from "node:path";
import type { Line } from "../../document.ts";
import type { Embedder } from "../../embeddings/embedder.ts";
import type {
  Candidate,
  DocumentSummary,
  KnowledgeBase,
  SearchOptions,
  StoredPassage,
  TermGroup,
} from "../knowledge-base.ts";
import type { IngestReport } from "../report.ts";
import { loadArrays } from "./array-file.ts";
import { DocumentStore } from "./document-store.ts";
import { generationFolder } from "./generations.ts";
import { LexicalIndex } from "./lexical.ts";
import { fileNames, IndexError, type Manifest, readManifest, toReport, verifyFiles } from "./manifest.ts";
import { openVectors, type VectorIndex } from "./vectors.ts";

/** Opens one generation. Throws IndexError, which says what to do, where it is damaged or was built otherwise. */
export async function openGeneration(
  dataDir: string,
  generation: string,
  embedder: Embedder,
): Promise<KnowledgeBase> {
  const folder = generationFolder(dataDir, generation);
  const manifest = await readManifest(folder);
  if (manifest.embedder.id !== embedder.id || manifest.embedder.dimension !== embedder.dimension) {
    throw new IndexError(
      `The index was built with the embedder ${nameOf(manifest.embedder)}, this program uses ${nameOf(embedder)}: run 'npm run ingest'.`,
    );
  }
  await verifyFiles(folder, manifest);
  const [words, vectors] = await Promise.all([
    loadArrays(join(folder, fileNames.words)),
    openVectors(folder, manifest.shards, manifest.embedder.dimension),
  ]);
  const store = new DocumentStore(join(folder, fileNames.documents));
  return new EmbeddedKnowledgeBase(manifest, { store, words: new LexicalIndex(words), vectors });
}

function nameOf({ id, dimension }: Pick<Embedder, "id" | "dimension">): string {
  return `'${id}' (${dimension} dimensions)`;
}

interface Parts {
  readonly store: DocumentStore;
  readonly words: LexicalIndex;
  readonly vectors: VectorIndex;
}

class EmbeddedKnowledgeBase implements KnowledgeBase {
  readonly generation: string;
  readonly passageCount: number;
  readonly report: IngestReport;
  readonly #store: DocumentStore;
  readonly #words: LexicalIndex;
  readonly #vectors: VectorIndex;

  constructor(manifest: Manifest, { store, words, vectors }: Parts) {
    this.generation = manifest.generation;
    this.report = toReport(manifest);
    this.#store = store;
    this.#words = words;
    this.#vectors = vectors;
    this.passageCount = store.passageCount;
  }

  documents(): readonly DocumentSummary[] {
    return this.#store.summaries;
  }

  document(id: string): DocumentSummary | undefined {
    return this.#store.summary(id);
  }

  lines(id: string, from: number, to: number): readonly Line[] {
    return this.#store.lines(id, from, to);
  }

  passages(ids: readonly number[]): readonly StoredPassage[] {
    return this.#store.passages(ids);
  }

  searchLexical(groups: readonly TermGroup[], options: SearchOptions): readonly Candidate[] {
    return this.#words.search(groups, options.limit, this.#allowed(options));
  }

  searchDense(vector: Float32Array, options: SearchOptions): readonly Candidate[] {
    return this.#vectors.search(vector, options.limit, this.#allowed(options));
  }

  measureDense(vector: Float32Array, passages: readonly number[]): readonly number[] {
    return this.#vectors.measure(vector, passages);
  }

  documentFrequency(group: TermGroup): number {
    return this.passageCount === 0 ? 0 : this.#words.countPassages(group) / this.passageCount;
  }

  close(): void {
    this.#store.close();
  }

  #allowed({ documents }: SearchOptions): ((passage: number) => boolean) | null {
    if (!documents) return null;
    const mask = this.#store.passageMask(documents);
    return (passage) => mask[passage] === 1;
  }
}
