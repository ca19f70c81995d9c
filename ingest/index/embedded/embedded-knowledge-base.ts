import type { Line } from "../../document.ts";
import type { Embedder } from "../../embeddings/embedder.ts";
import type {
  Candidate,
  DocumentSummary,
  Heading,
  KnowledgeBase,
  SearchOptions,
  StoredPassage,
  TermGroup,
} from "../knowledge-base.ts";
import type { IngestReport } from "../report.ts";
import { loadArrays } from "./array-file.ts";
import { generationFolder } from "./generations.ts";
import { LexicalIndex } from "./lexical.ts";
import { decodeLexical, type LexicalFields, withoutDead } from "./lexical-fields.ts";
import { Library } from "./library.ts";
import { IndexError, type Manifest, readManifest, toReport } from "./manifest.ts";
import { segmentPaths } from "./segment-files.ts";
import { openVectors, type VectorIndex } from "./vectors.ts";
import { verifyFiles } from "./verify-files.ts";

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
  const library = new Library(folder, manifest);
  try {
    const parts = await openParts(folder, manifest, library);
    return new EmbeddedKnowledgeBase(manifest, { library, ...parts });
  } catch (error) {
    library.close();
    throw error;
  }
}

async function openParts(
  folder: string,
  { segments, embedder }: Manifest,
  library: Library,
): Promise<Omit<Parts, "library">> {
  const live = library.passageMask(library.summaries.map(({ id }) => id));
  const files = segments.map(({ number, passages }) => ({ ...segmentPaths(folder, number), passages }));
  const [words, vectors] = await Promise.all([
    openWords(files, live),
    openVectors(
      files.map(({ vectors, passages }) => ({ path: vectors, passages })),
      embedder.dimension,
      live,
    ),
  ]);
  return { words, vectors };
}

/** Segment by segment, with other work in between: to leave passages out of a large one takes some milliseconds. */
async function openWords(
  files: readonly { readonly words: string; readonly passages: number }[],
  live: Uint8Array,
): Promise<LexicalIndex> {
  const segments: LexicalFields[] = [];
  let first = 0;
  for (const { words, passages } of files) {
    const fields = decodeLexical(await loadArrays(words));
    segments.push(withoutDead(fields, live.subarray(first, first + passages)));
    first += passages;
  }
  return new LexicalIndex(segments);
}

function nameOf({ id, dimension }: Pick<Embedder, "id" | "dimension">): string {
  return `'${id}' (${dimension} dimensions)`;
}

interface Parts {
  readonly library: Library;
  readonly words: LexicalIndex;
  readonly vectors: VectorIndex;
}

class EmbeddedKnowledgeBase implements KnowledgeBase {
  readonly generation: string;
  readonly passageCount: number;
  readonly report: IngestReport;
  readonly #library: Library;
  readonly #words: LexicalIndex;
  readonly #vectors: VectorIndex;

  constructor(manifest: Manifest, { library, words, vectors }: Parts) {
    this.generation = manifest.generation;
    this.report = toReport(manifest);
    this.#library = library;
    this.#words = words;
    this.#vectors = vectors;
    this.passageCount = library.passageCount;
  }

  documents(): readonly DocumentSummary[] {
    return this.#library.summaries;
  }

  document(id: string): DocumentSummary | undefined {
    return this.#library.summary(id);
  }

  lines(id: string, from: number, to: number): readonly Line[] {
    return this.#library.lines(id, from, to);
  }

  headings(id: string): readonly Heading[] {
    return this.#library.headings(id);
  }

  passages(ids: readonly number[]): readonly StoredPassage[] {
    return this.#library.passages(ids);
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
    this.#library.close();
  }

  #allowed({ documents }: SearchOptions): ((passage: number) => boolean) | null {
    if (!documents) return null;
    const mask = this.#library.passageMask(documents);
    return (passage) => mask[passage] === 1;
  }
}
