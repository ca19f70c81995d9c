import type { Line } from "../../document.ts";
import type { DocumentSummary, Heading, StoredPassage } from "../knowledge-base.ts";
import { DocumentStore } from "./document-store.ts";
import type { DocumentPlace, Manifest } from "./manifest.ts";
import { type Segment, segmentPaths } from "./segment-files.ts";

interface Shelf {
  readonly segment: Segment;
  readonly store: DocumentStore;
  /** The number in the generation of the segment's first passage. */
  readonly first: number;
  /** Ids of the documents that are part of the generation, by position. */
  readonly ids: ReadonlyMap<number, string>;
}

/** The same passages are candidates again and again; this many take about 10 MB. */
const mostLatest = 2000;

/** The documents of all segments of a generation. Passages are numbered through, segment after segment. */
export class Library {
  readonly #shelves: readonly Shelf[];
  readonly #places: ReadonlyMap<string, { readonly shelf: Shelf; readonly position: number }>;
  readonly summaries: readonly DocumentSummary[];
  readonly passageCount: number;
  readonly #numberCount: number;
  /** The passages asked for last, by number. */
  readonly #latest = new Map<number, StoredPassage>();

  constructor(folder: string, { segments, sources }: Pick<Manifest, "segments" | "sources">) {
    const placed = sources.flatMap(({ id, place }) => (place ? [{ id, place }] : []));
    this.#shelves = openShelves(folder, segments, placed);
    this.#places = new Map(
      this.#shelves.flatMap((shelf) => [...shelf.ids].map(([position, id]) => [id, { shelf, position }])),
    );
    this.summaries = placed.flatMap(({ id }) => this.summary(id) ?? []);
    this.passageCount = this.summaries.reduce((sum, { passageCount }) => sum + passageCount, 0);
    this.#numberCount = segments.reduce((sum, { passages }) => sum + passages, 0);
  }

  summary(id: string): DocumentSummary | undefined {
    const place = this.#places.get(id);
    const described = place?.shelf.store.describe(place.position);
    return described && { id, ...described };
  }

  lines(id: string, from: number, to: number): Line[] {
    const place = this.#places.get(id);
    return place ? place.shelf.store.lines(place.position, from, to) : [];
  }

  headings(id: string): Heading[] {
    const place = this.#places.get(id);
    return place ? place.shelf.store.headings(place.position) : [];
  }

  passages(numbers: readonly number[]): StoredPassage[] {
    return numbers.flatMap((id) => {
      const passage = this.#latest.get(id) ?? this.#readPassage(id);
      if (passage === null) return [];
      this.#latest.delete(id);
      this.#latest.set(id, passage);
      if (this.#latest.size > mostLatest) this.#latest.delete(this.#latest.keys().next().value as number);
      return [passage];
    });
  }

  #readPassage(id: number): StoredPassage | null {
    const shelf = this.#shelves.findLast(({ first }) => first <= id);
    const passage = shelf?.store.passage(id - shelf.first);
    const document = passage ? shelf?.ids.get(passage.position) : undefined;
    if (!passage || document === undefined) return null;
    const { position, ...text } = passage;
    return { id, document, ...text };
  }

  /** One flag per passage number: whether it belongs to one of the documents. Unknown ids match nothing. */
  passageMask(documents: readonly string[]): Uint8Array {
    const mask = new Uint8Array(this.#numberCount);
    for (const id of documents) {
      const place = this.#places.get(id);
      if (!place) continue;
      const [from, to] = place.shelf.store.passageRange(place.position);
      mask.fill(1, place.shelf.first + from, place.shelf.first + to);
    }
    return mask;
  }

  close(): void {
    for (const { store } of this.#shelves) store.close();
  }
}

function openShelves(
  folder: string,
  segments: readonly Segment[],
  placed: readonly { readonly id: string; readonly place: DocumentPlace }[],
): Shelf[] {
  let next = 0;
  return segments.map((segment) => {
    const first = next;
    next += segment.passages;
    const store = new DocumentStore(segmentPaths(folder, segment.number).documents);
    const here = placed.filter(({ place }) => place.segment === segment.number);
    return { segment, store, first, ids: new Map(here.map(({ id, place }) => [place.position, id])) };
  });
}
