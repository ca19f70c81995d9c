import { writeFile } from "node:fs/promises";
import type { Document } from "../../document.ts";
import { failpoint } from "../../failpoint.ts";
import { encodeArrays, readArrays } from "./array-file.ts";
import { decodeLexical, encodeLexical, LexicalBuilder, type PassageTerms } from "./lexical-fields.ts";
import { type Segment, type SegmentPaths, segmentPaths } from "./segment-files.ts";
import { readVectors } from "./vector-file.ts";
import { VectorWriter } from "./vector-writer.ts";
import { DocumentsWriter } from "./write-documents.ts";

export interface SegmentPlace {
  readonly folder: string;
  readonly number: number;
  readonly dimension: number;
}

/** A document with what its passages are found by, one of each per passage. */
export interface IndexedDocument {
  readonly document: Document;
  readonly terms: readonly PassageTerms[];
  readonly vectors: readonly Float32Array[];
}

/** Fills the three files of a new segment: first with what is left of older segments, then document by document. */
export class SegmentWriter {
  readonly #place: SegmentPlace;
  readonly #paths: SegmentPaths;
  readonly #documents: DocumentsWriter;
  readonly #words = new LexicalBuilder();
  readonly #vectors: VectorWriter;

  constructor(place: SegmentPlace) {
    this.#place = place;
    this.#paths = segmentPaths(place.folder, place.number);
    this.#documents = new DocumentsWriter(this.#paths.documents);
    this.#vectors = new VectorWriter({ path: this.#paths.vectors, dimension: place.dimension });
  }

  get number(): number {
    return this.#place.number;
  }

  /** Takes over documents of a segment whose files are known to be sound; returns new positions by old ones. */
  takeIn(
    folder: string,
    { number, passages }: Segment,
    wanted: readonly number[],
  ): ReadonlyMap<number, number> {
    const paths = segmentPaths(folder, number);
    const { positions, numbers } = this.#documents.takeIn(paths.documents, wanted, passages);
    this.#words.takeIn({ fields: decodeLexical(readArrays(paths.words)), numbers });
    const labels = [...numbers.keys()].filter((label) => (numbers[label] ?? -1) >= 0);
    this.#vectors.add(readVectors(paths.vectors, this.#place.dimension, labels));
    return positions;
  }

  /** Returns the document's position in the segment. */
  add({ document, terms, vectors }: IndexedDocument): number {
    for (const passage of terms) this.#words.add(passage);
    this.#vectors.add(vectors);
    return this.#documents.add(document);
  }

  /** Completes the files. `onStep` is called before each of the three. */
  async finish(onStep: () => void): Promise<Segment> {
    try {
      const { documents, passages } = this.#documents;
      this.#documents.finish();
      failpoint("after-documents");
      onStep();
      await writeFile(this.#paths.words, encodeArrays(encodeLexical(this.#words.finish())));
      failpoint("after-words");
      onStep();
      await this.#vectors.finish();
      failpoint("after-vectors");
      onStep();
      return { number: this.#place.number, documents, passages };
    } catch (error) {
      this.#vectors.abandon();
      throw error;
    }
  }

  abandon(): void {
    this.#documents.abandon();
    this.#vectors.abandon();
  }
}
