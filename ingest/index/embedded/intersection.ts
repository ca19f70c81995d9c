import type { PostingList } from "./postings.ts";

/** Finds the passages that are in several lists; the result holds until the next one is asked for. */
export class Intersection {
  readonly #passages: Uint32Array;
  readonly #frequencies: Uint8Array;

  constructor(passageCount: number) {
    this.#passages = new Uint32Array(passageCount);
    this.#frequencies = new Uint8Array(passageCount);
  }

  /** Several terms occur together as often as the rarest of them does. */
  of(lists: readonly PostingList[]): PostingList {
    const [shortest, ...others] = lists.toSorted((a, b) => a.passages.length - b.passages.length);
    if (!shortest) return { passages: new Uint32Array(0), frequencies: new Uint8Array(0) };
    return others.reduce((found, other) => this.#ofTwo(found, other), shortest);
  }

  /** Writes no further than it has read, so that the shorter list may be the result of the time before. */
  #ofTwo(shorter: PostingList, longer: PostingList): PostingList {
    const passages = this.#passages;
    const frequencies = this.#frequencies;
    const { length } = shorter.passages;
    let count = 0;
    let place = 0;
    for (let index = 0; index < length; index++) {
      const passage = shorter.passages[index] as number;
      const frequency = shorter.frequencies[index] as number;
      place = skipTo(longer.passages, passage, place);
      if (longer.passages[place] !== passage) continue;
      passages[count] = passage;
      frequencies[count++] = Math.min(frequency, longer.frequencies[place] as number);
    }
    return { passages: passages.subarray(0, count), frequencies: frequencies.subarray(0, count) };
  }
}

/** The first place from `from` on whose passage is not before the wanted one: in doubling steps, then by halves. */
function skipTo(passages: Uint32Array, wanted: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < passages.length && (passages[low + step] as number) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, passages.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
