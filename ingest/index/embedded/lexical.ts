import type { Alternative, Candidate, TermGroup } from "../knowledge-base.ts";
import type { NamedArrays } from "./array-file.ts";
import { bestOf } from "./best.ts";
import { decodeLexical } from "./lexical-fields.ts";
import { findPostings, type PostingList, type Postings } from "./postings.ts";
import { termKey } from "./term-key.ts";

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
  readonly #size: number;
  readonly #groupFrequency: Float32Array;
  /** The passages of one group, the first `#touchedCount` of them. */
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  readonly #scores: Float32Array;
  /** The passages that have a score, the first `#scoredCount` of them. */
  readonly #scored: Uint32Array;
  #scoredCount = 0;
  /** A question is mostly searched twice, everywhere and in the documents it names: its scores stay for the second time. */
  #scoredGroups: readonly TermGroup[] | null = null;
  /** What scoring a group has found out about it; the same wordings may come with another weight. */
  readonly #counts = new WeakMap<readonly Alternative[], number>();

  constructor(arrays: NamedArrays) {
    const decoded = decodeLexical(arrays);
    this.#fields = fields.map(({ name, weight, evening }) => {
      const postings = decoded[name];
      return { weight, postings, scale: lengthScale(postings.lengths, evening) };
    });
    const { lengths } = decoded.body;
    // A removed passage keeps its number, with no terms in any field.
    this.#size = lengths.reduce((count, length) => count + (length > 0 ? 1 : 0), 0);
    this.#groupFrequency = new Float32Array(lengths.length);
    this.#touched = new Uint32Array(lengths.length);
    this.#scores = new Float32Array(lengths.length);
    this.#scored = new Uint32Array(lengths.length);
  }

  /** The best passages by summed group scores, best first; only those that `isAllowed`. */
  search(
    groups: readonly TermGroup[],
    limit: number,
    isAllowed: ((passage: number) => boolean) | null,
  ): Candidate[] {
    if (groups !== this.#scoredGroups) this.#score(groups);
    return bestOf(this.#scored.subarray(0, this.#scoredCount), this.#scores, limit, isAllowed);
  }

  /** Passages that hold at least one alternative of the group in any field. */
  countPassages({ alternatives }: TermGroup): number {
    const known = this.#counts.get(alternatives);
    if (known !== undefined) return known;
    this.#gather(alternatives);
    for (let index = 0; index < this.#touchedCount; index++) {
      this.#groupFrequency[this.#touched[index] as number] = 0;
    }
    return this.#touchedCount;
  }

  /** The loops here and below read inside their arrays by construction, hence `as number`: a check costs time. */
  #score(groups: readonly TermGroup[]): void {
    const scores = this.#scores;
    const scored = this.#scored;
    for (let index = 0; index < this.#scoredCount; index++) scores[scored[index] as number] = 0;
    let count = 0;
    for (const { alternatives, weight: groupWeight } of groups) {
      this.#gather(alternatives);
      const touched = this.#touched;
      const frequencies = this.#groupFrequency;
      const weight = groupWeight * inverseFrequency(this.#touchedCount, this.#size);
      for (let index = 0; index < this.#touchedCount; index++) {
        const passage = touched[index] as number;
        const frequency = frequencies[passage] as number;
        const score = scores[passage] as number;
        frequencies[passage] = 0;
        if (score === 0) scored[count++] = passage;
        scores[passage] = score + (weight * frequency) / (saturation + frequency);
      }
    }
    this.#scoredCount = count;
    this.#scoredGroups = groups;
  }

  /** Adds the weighted, length-evened frequency of every passage to the scratch array and lists the passages. */
  #gather(alternatives: readonly Alternative[]): void {
    this.#touchedCount = 0;
    for (const alternative of alternatives) {
      const keys = alternative.terms.map(termKey);
      for (const field of this.#fields) this.#addAlternative(keys, alternative.weight, field);
    }
    this.#counts.set(alternatives, this.#touchedCount);
  }

  /** An alternative of several terms occurs as often as its rarest term does. */
  #addAlternative(
    keys: readonly number[],
    weight: number,
    { postings, scale, weight: fieldWeight }: Field,
  ): void {
    const lists: PostingList[] = [];
    for (const key of keys) {
      const list = findPostings(postings, key);
      if (!list) return;
      lists.push(list);
    }
    const [rarest, ...others] = lists.sort((a, b) => a.passages.length - b.passages.length);
    if (!rarest) return;
    const { passages, frequencies: termFrequencies } = rarest;
    const frequencyInOthers = others.map(createFollower);
    const factor = weight * fieldWeight;
    const groupFrequency = this.#groupFrequency;
    const touched = this.#touched;
    let count = this.#touchedCount;
    for (let index = 0; index < passages.length; index++) {
      const passage = passages[index] as number;
      let frequency = termFrequencies[index] as number;
      for (const frequencyIn of frequencyInOthers) frequency = Math.min(frequency, frequencyIn(passage));
      if (frequency === 0) continue;
      const before = groupFrequency[passage] as number;
      if (before === 0) touched[count++] = passage;
      groupFrequency[passage] = before + factor * frequency * (scale[passage] as number);
    }
    this.#touchedCount = count;
  }
}

/** Looks passages up that come in ascending order, going on from where the last one was. */
function createFollower({ passages, frequencies }: PostingList): (passage: number) => number {
  let from = 0;
  return (passage) => {
    let step = 1;
    while (from + step < passages.length && (passages[from + step] as number) <= passage) step *= 2;
    let high = Math.min(from + step, passages.length) - 1;
    while (from < high) {
      const middle = (from + high) >>> 1;
      if ((passages[middle] as number) < passage) from = middle + 1;
      else high = middle;
    }
    return passages[from] === passage ? (frequencies[from] as number) : 0;
  };
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
