import { Intersection } from "./intersection.ts";
import { findPostings, type PostingList, type Postings } from "./postings.ts";

/** One field of a segment. */
export interface Field {
  readonly weight: number;
  readonly postings: Postings;
  /** 1 / (1 - b + b * length / average), by passage. */
  readonly scale: Float32Array;
}

/** An alternative by the keys of its terms. */
export interface KeyedAlternative {
  readonly keys: readonly number[];
  readonly weight: number;
}

/** BM25's k1. */
const saturation = 0.9;

/**
 * Scores groups of terms over the inverted files of one segment, in two steps, as what a group is worth depends on all
 * segments: its passages are gathered, and then scored. It reuses its scratch arrays.
 */
export class LexicalSegment {
  readonly #fields: readonly Field[];
  readonly #groupFrequency: Float32Array;
  /** The passages of one group, the first `#touchedCount` of them. */
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  #longest: Walk | undefined;
  readonly #intersection: Intersection;
  readonly #scores: Float32Array;
  /** By term key. */
  readonly #untouched = new Map<number, number>();

  /** Adds its scores to `scores`, one per passage of the segment. */
  constructor(fields: readonly Field[], scores: Float32Array) {
    this.#fields = fields;
    this.#scores = scores;
    this.#groupFrequency = new Float32Array(scores.length);
    this.#touched = new Uint32Array(scores.length);
    this.#intersection = new Intersection(scores.length);
  }

  /** Scores the passages gathered last. The loops here read inside their arrays by construction: a check costs time. */
  score(worth: number): void {
    if (this.#longest) this.#scoreWalk(this.#longest, worth);
    this.#scoreTouched(worth);
  }

  /** Forgets the passages gathered last. */
  forget(): void {
    for (let index = 0; index < this.#touchedCount; index++)
      this.#groupFrequency[this.#touched[index] as number] = 0;
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
   * which is most of it and can be scored in one go. Returns how many passages the group has.
   */
  gather(alternatives: readonly KeyedAlternative[]): number {
    this.#touchedCount = 0;
    let longest: Walk | undefined;
    for (const { keys, weight } of alternatives) {
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
    this.#longest = longest;
    return this.#touchedCount + this.#countUntouched(longest, alternatives);
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
  #countUntouched(longest: Walk | undefined, [only, ...others]: readonly KeyedAlternative[]): number {
    const passages = longest?.list.passages ?? none;
    if (this.#touchedCount === 0) return passages.length;
    const key = only && only.keys.length === 1 && others.length === 0 ? only.keys[0] : undefined;
    const known = key === undefined ? undefined : this.#untouched.get(key);
    if (known !== undefined) return known;
    const groupFrequency = this.#groupFrequency;
    let count = 0;
    for (let index = 0; index < passages.length; index++) {
      if (groupFrequency[passages[index] as number] === 0) count++;
    }
    if (key !== undefined && passages.length > longList) this.#untouched.set(key, count);
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
