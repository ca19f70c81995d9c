import type { Postings } from "./postings.ts";

/** An inverted file and what becomes of its passages. */
export interface PostingsPart {
  readonly postings: Postings;
  /** New numbers by old ones, ascending; -1 for a passage to leave out. */
  readonly numbers: Int32Array;
}

/** One inverted file of several; the passages of a part have higher new numbers than those of the parts before it. */
export function mergePostings(parts: readonly PostingsPart[], passageCount: number): Postings {
  const keys = mergeKeys(parts.map(({ postings }) => postings.keys));
  const starts = new Uint32Array(keys.length + 1);
  const passages = new Uint32Array(parts.reduce((sum, { postings }) => sum + postings.passages.length, 0));
  const frequencies = new Uint8Array(passages.length);
  const places = parts.map(() => 0);
  let filled = 0;
  let kept = 0;
  for (const key of keys) {
    const before = filled;
    parts.forEach(({ postings, numbers }, index) => {
      const place = places[index] ?? 0;
      if (postings.keys[place] !== key) return;
      places[index] = place + 1;
      const end = postings.starts[place + 1] ?? 0;
      for (let at = postings.starts[place] ?? 0; at < end; at++) {
        const number = numbers[postings.passages[at] ?? 0] ?? -1;
        if (number < 0) continue;
        passages[filled] = number;
        frequencies[filled++] = postings.frequencies[at] ?? 0;
      }
    });
    if (filled === before) continue;
    keys[kept++] = key;
    starts[kept] = filled;
  }
  return {
    keys: keys.slice(0, kept),
    starts: starts.slice(0, kept + 1),
    passages: passages.slice(0, filled),
    frequencies: frequencies.slice(0, filled),
    lengths: mergeLengths(parts, passageCount),
  };
}

/** The keys of all, each once, ascending. */
function mergeKeys(all: readonly Float64Array[]): Float64Array {
  const sorted = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const keys of all) {
    sorted.set(keys, filled);
    filled += keys.length;
  }
  sorted.sort();
  let count = 0;
  for (const key of sorted) if (count === 0 || sorted[count - 1] !== key) sorted[count++] = key;
  return sorted.slice(0, count);
}

function mergeLengths(parts: readonly PostingsPart[], passageCount: number): Uint16Array {
  const lengths = new Uint16Array(passageCount);
  for (const { postings, numbers } of parts) {
    postings.lengths.forEach((length, passage) => {
      const number = numbers[passage] ?? -1;
      if (number >= 0) lengths[number] = length;
    });
  }
  return lengths;
}
