import type { Alternative, Candidate, TermGroup } from "../knowledge-base.ts";
import type { NamedArrays } from "./array-file.ts";
import { bestOf } from "./best.ts";
import { decodeLexical } from "./lexical-fields.ts";
import { findPostings, type Postings } from "./postings.ts";

/** BM25F (Robertson, Zaragoza, Taylor 2004, CIKM) with k1 0.9; b per field as long fields need evening out most. */
const saturation = 0.9;
const fields = [
  { name: "body", weight: 1, evening: 0.4 },
  { name: "heading", weight: 0.5, evening: 0.2 },
  { name: "title", weight: 0.5, evening: 0.1 },
] as const;

interface Field {
  readonly weight: number;
  readonly postings: Postings;
  /** 1 / (1 - b + b * length / average), by passage. */
  readonly scale: Float32Array;
}

/** Scores groups of terms over the inverted files of all fields. One search at a time: it reuses its scratch arrays. */
export class LexicalIndex {
  readonly #fields: readonly Field[];
  readonly #scores: Float32Array;
  readonly #groupFrequency: Float32Array;
  readonly #size: number;

  constructor(arrays: NamedArrays) {
    const decoded = decodeLexical(arrays);
    this.#fields = fields.map(({ name, weight, evening }) => {
      const postings = decoded[name];
      return { weight, postings, scale: lengthScale(postings.lengths, evening) };
    });
    // A removed passage keeps its number, with no terms in any field.
    this.#size = decoded.body.lengths.reduce((count, length) => count + (length > 0 ? 1 : 0), 0);
    this.#scores = new Float32Array(decoded.body.lengths.length);
    this.#groupFrequency = new Float32Array(decoded.body.lengths.length);
  }

  /** The best passages by summed group scores, best first; `isAllowed` is asked before a passage is scored. */
  search(
    groups: readonly TermGroup[],
    limit: number,
    isAllowed: ((passage: number) => boolean) | null,
  ): Candidate[] {
    const scored: number[] = [];
    for (const group of groups) {
      const touched = this.#gather(group);
      const weight = group.weight * inverseFrequency(touched.length, this.#size);
      for (const passage of touched) {
        const frequency = this.#groupFrequency[passage] ?? 0;
        this.#groupFrequency[passage] = 0;
        if (isAllowed && !isAllowed(passage)) continue;
        if (this.#scores[passage] === 0) scored.push(passage);
        this.#scores[passage] =
          (this.#scores[passage] ?? 0) + (weight * frequency) / (saturation + frequency);
      }
    }
    const best = bestOf(scored, this.#scores, limit);
    for (const passage of scored) this.#scores[passage] = 0;
    return best;
  }

  /** Passages that hold at least one alternative of the group in any field. */
  countPassages(group: TermGroup): number {
    const touched = this.#gather(group);
    for (const passage of touched) this.#groupFrequency[passage] = 0;
    return touched.length;
  }

  /** Adds the group's weighted, length-evened frequency of every passage to the scratch array; returns the passages. */
  #gather(group: TermGroup): number[] {
    const touched: number[] = [];
    for (const alternative of group.alternatives) {
      for (const field of this.#fields) this.#addAlternative(alternative, field, touched);
    }
    return touched;
  }

  /** An alternative of several terms occurs as often as its rarest term does. */
  #addAlternative(
    { terms, weight }: Alternative,
    { postings, scale, weight: fieldWeight }: Field,
    touched: number[],
  ): void {
    const lists = terms.map((term) => findPostings(postings, term));
    const present = lists
      .filter((list) => list !== null)
      .sort((a, b) => a.passages.length - b.passages.length);
    const [rarest, ...others] = present;
    if (!rarest || present.length < terms.length) return;
    for (let index = 0; index < rarest.passages.length; index++) {
      const passage = rarest.passages[index] ?? 0;
      let frequency = rarest.frequencies[index] ?? 0;
      for (const list of others) frequency = Math.min(frequency, frequencyIn(list, passage));
      if (frequency === 0) continue;
      if (this.#groupFrequency[passage] === 0) touched.push(passage);
      const evened = weight * fieldWeight * frequency * (scale[passage] ?? 1);
      this.#groupFrequency[passage] = (this.#groupFrequency[passage] ?? 0) + evened;
    }
  }
}

function frequencyIn(
  list: { readonly passages: Uint32Array; readonly frequencies: Uint8Array },
  passage: number,
): number {
  let low = 0;
  let high = list.passages.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = list.passages[middle] ?? 0;
    if (found === passage) return list.frequencies[middle] ?? 0;
    if (found < passage) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** ln(1 + (N - n + 0.5) / (n + 0.5)), never negative. */
function inverseFrequency(count: number, size: number): number {
  return Math.log(1 + (size - count + 0.5) / (count + 0.5));
}

function lengthScale(lengths: Uint16Array, evening: number): Float32Array {
  const held = lengths.filter((length) => length > 0);
  const average = held.reduce((sum, length) => sum + length, 0) / Math.max(1, held.length);
  return Float32Array.from(
    lengths,
    (length) => 1 / (1 - evening + (evening * length) / Math.max(1, average)),
  );
}
