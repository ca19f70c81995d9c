import type { Alternative, Candidate, TermGroup } from "../knowledge-base.ts";
import type { NamedArrays } from "./array-file.ts";
import { bestOf } from "./best.ts";
import { Intersection } from "./intersection.ts";
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
  readonly #intersection: Intersection;
  readonly #scores: Float32Array;
  /** A question is mostly searched twice, everywhere and in the documents it names: its scores stay for the second time. */
  #scoredGroups: readonly TermGroup[] | null = null;
  /** What scoring a group has found out about it; the same wordings may come with another weight. */
  readonly #counts = new WeakMap<readonly Alternative[], number>();
  readonly #untouched = new Map<string, number>();

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
    this.#intersection = new Intersection(lengths.length);
    this.#scores = new Float32Array(lengths.length);
  }

  /** The best passages by summed group scores, best first; only those that `isAllowed`. */
  search(
    groups: readonly TermGroup[],
    limit: number,
    isAllowed: ((passage: number) => boolean) | null,
  ): Candidate[] {
    if (groups !== this.#scoredGroups) this.#score(groups);
    return bestOf(this.#scores, limit, isAllowed);
  }

  /** Passages that hold at least one alternative of the group in any field. */
  countPassages({ alternatives }: TermGroup): number {
    const known = this.#counts.get(alternatives);
    if (known !== undefined) return known;
    this.#gather(alternatives);
    for (let index = 0; index < this.#touchedCount; index++) {
      this.#groupFrequency[this.#touched[index] as number] = 0;
    }
    return this.#counts.get(alternatives) ?? 0;
  }

  /** The loops here and below read inside their arrays by construction, hence `as number`: a check costs time. */
  #score(groups: readonly TermGroup[]): void {
    this.#scores.fill(0);
    for (const { alternatives, weight } of groups) {
      const longest = this.#gather(alternatives);
      const worth = weight * inverseFrequency(this.#counts.get(alternatives) ?? 0, this.#size);
      if (longest) this.#scoreWalk(longest, worth);
      this.#scoreTouched(worth);
    }
    this.#scoredGroups = groups;
  }

  /** Scores the passages of a group's longest list, with what its other lists have found in them. */
  #scoreWalk({ list: { passages, frequencies }, factor, scale }: Walk, worth: number): void {
    const groupFrequency = this.#groupFrequency;
    const scores = this.#scores;
    for (let index = 0; index < passages.length; index++) {
      const passage = passages[index] as number;
      const gathered = groupFrequency[passage] as number;
      if (gathered !== 0) groupFrequency[passage] = 0;
      const frequency = gathered + factor * (frequencies[index] as number) * (scale[passage] as number);
      scores[passage] = (scores[passage] as number) + (worth * frequency) / (saturation + frequency);
    }
  }

  /** Scores the passages that only a group's other lists hold. */
  #scoreTouched(worth: number): void {
    const groupFrequency = this.#groupFrequency;
    const scores = this.#scores;
    for (let index = 0; index < this.#touchedCount; index++) {
      const passage = this.#touched[index] as number;
      const frequency = groupFrequency[passage] as number;
      if (frequency === 0) continue;
      groupFrequency[passage] = 0;
      scores[passage] = (scores[passage] as number) + (worth * frequency) / (saturation + frequency);
    }
  }

  /**
   * Adds the weighted, length-evened frequencies of a group to the scratch array, all but those of its longest list,
   * which is most of it and can be scored in one go; returns that one. Counts the passages of the group.
   */
  #gather(alternatives: readonly Alternative[]): Walk | undefined {
    this.#touchedCount = 0;
    let longest: Walk | undefined;
    for (const { terms, weight } of alternatives) {
      const keys = terms.map(termKey);
      for (const { postings, scale, weight: fieldWeight } of this.#fields) {
        const lists = findAll(postings, keys);
        const [list] = lists;
        if (!list) continue;
        let walk = { list, factor: weight * fieldWeight, scale };
        if (lists.length > 1) walk.list = this.#intersection.of(lists);
        else if (!longest) {
          longest = walk;
          continue;
        } else if (list.passages.length > longest.list.passages.length) [walk, longest] = [longest, walk];
        this.#addWalk(walk);
      }
    }
    this.#counts.set(alternatives, this.#touchedCount + this.#countUntouched(longest, alternatives));
    return longest;
  }

  #addWalk({ list: { passages, frequencies }, factor, scale }: Walk): void {
    const groupFrequency = this.#groupFrequency;
    const touched = this.#touched;
    let count = this.#touchedCount;
    for (let index = 0; index < passages.length; index++) {
      const passage = passages[index] as number;
      const before = groupFrequency[passage] as number;
      if (before === 0) touched[count++] = passage;
      groupFrequency[passage] = before + factor * (frequencies[index] as number) * (scale[passage] as number);
    }
    this.#touchedCount = count;
  }

  /** Passages of the longest list that no other list holds; for a single term it is always the same number. */
  #countUntouched(longest: Walk | undefined, [only, ...others]: readonly Alternative[]): number {
    const passages = longest?.list.passages ?? none;
    if (this.#touchedCount === 0) return passages.length;
    const term = only && only.terms.length === 1 && others.length === 0 ? only.terms[0] : undefined;
    const known = term === undefined ? undefined : this.#untouched.get(term);
    if (known !== undefined) return known;
    const groupFrequency = this.#groupFrequency;
    let count = 0;
    for (let index = 0; index < passages.length; index++) {
      if (groupFrequency[passages[index] as number] === 0) count++;
    }
    if (term !== undefined && passages.length > longList) this.#untouched.set(term, count);
    return count;
  }
}

/** A list that is worth remembering something of; there are few of them. */
const longList = 1000;

/** One list of a group, and what its frequencies are multiplied by. */
interface Walk {
  list: PostingList;
  readonly factor: number;
  /** By passage. */
  readonly scale: Float32Array;
}

const none = new Uint32Array(0);

/** The lists of all the terms; none where one of the terms has none. */
function findAll(postings: Postings, keys: readonly number[]): PostingList[] {
  const lists: PostingList[] = [];
  for (const key of keys) {
    const list = findPostings(postings, key);
    if (!list) return [];
    lists.push(list);
  }
  return lists;
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
