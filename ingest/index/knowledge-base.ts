import type { DocumentIdentity, Line, Passage } from "../document.ts";
import type { IngestReport } from "./report.ts";

/** A document as the index lists it, without its text. */
export interface DocumentSummary extends DocumentIdentity {
  readonly id: string;
  readonly lineCount: number;
  readonly furnitureCount: number;
  readonly passageCount: number;
}

/** A passage as stored: `id` is its position in the generation, 0-based. */
export interface StoredPassage extends Passage {
  readonly id: number;
  readonly document: string;
}

/** A heading of a document; `level` 1 is the highest. */
export interface Heading {
  readonly line: number;
  readonly level: number;
  readonly text: string;
}

/** One passage found by one leg of the search; higher scores are better, and comparable only within the leg. */
export interface Candidate {
  readonly passage: number;
  readonly score: number;
}

/** Folded index terms that must all occur; a phrase of n characters is its n-1 bigrams. */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
}

/** Wordings of one idea, scored as one term: frequencies summed, one document frequency (Pirkola 1998, SIGIR). */
export interface TermGroup {
  readonly label: string;
  readonly weight: number;
  readonly alternatives: readonly Alternative[];
}

export interface SearchOptions {
  readonly limit: number;
  /** Only passages of these documents; applied inside the search (I9). */
  readonly documents?: readonly string[];
}

/** One published generation, open for reading. Everything is synchronous: it is memory-mapped or in memory. */
export interface KnowledgeBase {
  readonly generation: string;
  readonly passageCount: number;
  /** What was read and refused when the generation was built. */
  readonly report: IngestReport;
  documents(): readonly DocumentSummary[];
  document(id: string): DocumentSummary | undefined;
  /** Lines `from`..`to` (1-based, inclusive), clipped to the document; empty for an unknown document. */
  lines(id: string, from: number, to: number): readonly Line[];
  /** The headings of a document in order, without those that only repeat its title. */
  headings(id: string): readonly Heading[];
  passages(ids: readonly number[]): readonly StoredPassage[];
  searchLexical(groups: readonly TermGroup[], options: SearchOptions): readonly Candidate[];
  /** `vector` has the embedder's dimension and length 1. */
  searchDense(vector: Float32Array, options: SearchOptions): readonly Candidate[];
  /** Inner products of a vector with those of the passages, in order. */
  measureDense(vector: Float32Array, passages: readonly number[]): readonly number[];
  /** Share of passages (0..1) that hold at least one alternative of the group, in any field. */
  documentFrequency(group: TermGroup): number;
  close(): void;
}
