import type { Postings } from "./postings.ts";
import { termKey } from "./term-key.ts";

/**
 * Gathers the inverted file of one field, passage after passage. What it holds meanwhile are three numbers a posting,
 * in typed arrays, as lists of their own for a million terms would cost many times that.
 */
export class PostingsBuilder {
  readonly #slotOfTerm = new Map<string, number>();
  readonly #slotOfKey = new Map<number, number>();
  #counts = new Uint32Array(1024);
  #slots = new Uint32Array(1024);
  #passages = new Uint32Array(1024);
  #frequencies = new Uint8Array(1024);
  #filled = 0;
  readonly #lengths: number[] = [];

  /** Adds the next passage with how often each of its terms occurs. */
  add(terms: ReadonlyMap<string, number>): void {
    const passage = this.#lengths.length;
    this.#makeRoom(terms.size);
    let length = 0;
    for (const [term, frequency] of terms) {
      const slot = this.#slotOfTerm.get(term) ?? this.#addTerm(term);
      this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
      this.#slots[this.#filled] = slot;
      this.#passages[this.#filled] = passage;
      this.#frequencies[this.#filled++] = Math.min(frequency, 255);
      length += frequency;
    }
    this.#lengths.push(Math.min(length, 0xffff));
  }

  /** Everything gathered, by term; the builder is not to be used any more. */
  finish(): Postings {
    const keys = Float64Array.from(this.#slotOfKey.keys()).sort();
    const starts = new Uint32Array(keys.length + 1);
    /** Where the next posting of a slot goes. */
    const next = new Uint32Array(keys.length);
    keys.forEach((key, index) => {
      const slot = this.#slotOfKey.get(key) ?? 0;
      next[slot] = starts[index] ?? 0;
      starts[index + 1] = (starts[index] ?? 0) + (this.#counts[slot] ?? 0);
    });
    const passages = new Uint32Array(this.#filled);
    const frequencies = new Uint8Array(this.#filled);
    for (let at = 0; at < this.#filled; at++) {
      const slot = this.#slots[at] ?? 0;
      const place = next[slot] ?? 0;
      next[slot] = place + 1;
      passages[place] = this.#passages[at] ?? 0;
      frequencies[place] = this.#frequencies[at] ?? 0;
    }
    return { keys, starts, passages, frequencies, lengths: Uint16Array.from(this.#lengths) };
  }

  /** Two terms may share a key, and then share a slot. */
  #addTerm(term: string): number {
    const key = termKey(term);
    const slot = this.#slotOfKey.get(key) ?? this.#slotOfKey.size;
    this.#slotOfKey.set(key, slot);
    this.#slotOfTerm.set(term, slot);
    if (slot >= this.#counts.length) this.#counts = grow(this.#counts, slot + 1);
    return slot;
  }

  #makeRoom(postings: number): void {
    const wanted = this.#filled + postings;
    if (wanted <= this.#slots.length) return;
    this.#slots = grow(this.#slots, wanted);
    this.#passages = grow(this.#passages, wanted);
    this.#frequencies = grow(this.#frequencies, wanted);
  }
}

/** A copy with room for at least `wanted` numbers, and for half as many again. */
function grow<Numbers extends Uint32Array | Uint8Array>(numbers: Numbers, wanted: number): Numbers {
  const longer = new (numbers.constructor as new (length: number) => Numbers)(wanted + (wanted >>> 1));
  longer.set(numbers);
  return longer;
}
