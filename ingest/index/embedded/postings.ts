import type { NamedArrays } from "./array-file.ts";

/** The passages that hold one term, ascending, and how often (at most 255 times each). */
export interface PostingList {
  readonly passages: Uint32Array;
  readonly frequencies: Uint8Array;
}

/** The inverted file of one field: term keys ascending, and per term a slice of the posting arrays. */
export interface Postings {
  readonly keys: Float64Array;
  /** `starts[i]`..`starts[i + 1]` is the slice of the i-th key; one longer than `keys`. */
  readonly starts: Uint32Array;
  readonly passages: Uint32Array;
  readonly frequencies: Uint8Array;
  /** Number of terms in the field, by passage. */
  readonly lengths: Uint16Array;
}

export function toArrays(field: string, postings: Postings): NamedArrays {
  return Object.fromEntries(Object.entries(postings).map(([name, array]) => [`${field}.${name}`, array]));
}

export function fromArrays(field: string, arrays: NamedArrays): Postings {
  const take = (name: string) => {
    const array = arrays[`${field}.${name}`];
    if (!array) throw new Error(`The word index lacks '${field}.${name}': ingest again to rebuild it.`);
    return array;
  };
  return {
    keys: take("keys") as Float64Array,
    starts: take("starts") as Uint32Array,
    passages: take("passages") as Uint32Array,
    frequencies: take("frequencies") as Uint8Array,
    lengths: take("lengths") as Uint16Array,
  };
}

/** The posting list of a term by its key; null where the field does not hold it. */
export function findPostings(postings: Postings, key: number): PostingList | null {
  const { keys } = postings;
  let low = 0;
  let high = keys.length - 1;
  // Keys are hashes, so where one stands among the others follows from its value: three or four looks find it.
  while (low <= high) {
    const first = keys[low] as number;
    const last = keys[high] as number;
    if (key < first || key > last) return null;
    const share = last > first ? (key - first) / (last - first) : 0;
    const guess = low + Math.floor(share * (high - low));
    const found = keys[guess] as number;
    if (found === key) return sliceAt(postings, guess);
    if (found < key) low = guess + 1;
    else high = guess - 1;
  }
  return null;
}

function sliceAt(postings: Postings, index: number): PostingList {
  const from = postings.starts[index] ?? 0;
  const to = postings.starts[index + 1] ?? from;
  return {
    passages: postings.passages.subarray(from, to),
    frequencies: postings.frequencies.subarray(from, to),
  };
}
