import type { Postings } from "./postings.ts";

/** Passages to leave out: one flag per passage number of `base`. */
export type Removed = Uint8Array;

/**
 * The inverted file of `base` without the removed passages and with those of `added`, whose passage i becomes
 * `firstAdded + i`. One pass over both, whatever the number of changes.
 */
export function mergePostings(
  base: Postings,
  removed: Removed,
  added: Postings,
  firstAdded: number,
): Postings {
  const keys = mergeKeys(base.keys, added.keys);
  const starts = new Uint32Array(keys.length + 1);
  const passages = new Uint32Array(base.passages.length + added.passages.length);
  const frequencies = new Uint8Array(passages.length);
  let filled = 0;
  let fromBase = 0;
  let fromAdded = 0;
  let kept = 0;
  const copy = (source: Postings, index: number, shift: number, leaveOut: Removed | null) => {
    const end = source.starts[index + 1] ?? 0;
    for (let at = source.starts[index] ?? 0; at < end; at++) {
      const passage = source.passages[at] ?? 0;
      if (leaveOut?.[passage]) continue;
      passages[filled] = passage + shift;
      frequencies[filled++] = source.frequencies[at] ?? 0;
    }
  };
  for (const key of keys) {
    const before = filled;
    if (base.keys[fromBase] === key) copy(base, fromBase++, 0, removed);
    if (added.keys[fromAdded] === key) copy(added, fromAdded++, firstAdded, null);
    if (filled === before) continue;
    keys[kept++] = key;
    starts[kept] = filled;
  }
  return {
    keys: keys.slice(0, kept),
    starts: starts.slice(0, kept + 1),
    passages: passages.slice(0, filled),
    frequencies: frequencies.slice(0, filled),
    lengths: mergeLengths(base.lengths, removed, added.lengths, firstAdded),
  };
}

function mergeKeys(a: Float64Array, b: Float64Array): Float64Array {
  const merged = new Float64Array(a.length + b.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    merged[count++] = Math.min(left, right);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return merged.slice(0, count);
}

function mergeLengths(
  base: Uint16Array,
  removed: Removed,
  added: Uint16Array,
  firstAdded: number,
): Uint16Array {
  const lengths = new Uint16Array(firstAdded + added.length);
  base.forEach((length, passage) => {
    if (!removed[passage]) lengths[passage] = length;
  });
  lengths.set(added, firstAdded);
  return lengths;
}
