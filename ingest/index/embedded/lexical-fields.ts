import type { NamedArrays } from "./array-file.ts";
import { PostingsBuilder } from "./build-postings.ts";
import { mergePostings } from "./merge-postings.ts";
import { fromArrays, type Postings, toArrays } from "./postings.ts";

/** The parts of a passage that are searched on their own. */
export const fieldNames = ["body", "heading", "title"] as const;
export type FieldName = (typeof fieldNames)[number];

/** The terms of one passage and how often each occurs, by field. */
export type PassageTerms = Readonly<Record<FieldName, ReadonlyMap<string, number>>>;

/** The inverted files of all fields. */
export type LexicalFields = Readonly<Record<FieldName, Postings>>;

/** Inverted files of which some passages are wanted: new numbers by old ones, ascending, -1 for one to leave out. */
export interface LexicalPart {
  readonly fields: LexicalFields;
  readonly numbers: Int32Array;
}

/** Gathers the inverted files of a segment: first those of segments that are taken in, then passage after passage. */
export class LexicalBuilder {
  readonly #taken: LexicalPart[] = [];
  readonly #added = forEachField(() => new PostingsBuilder());
  #count = 0;

  takeIn(part: LexicalPart): void {
    if (this.#count > 0) throw new Error("Segments are taken in before passages are added.");
    this.#taken.push(part);
  }

  add(terms: PassageTerms): void {
    for (const name of fieldNames) this.#added[name].add(terms[name]);
    this.#count++;
  }

  finish(): LexicalFields {
    const added = forEachField((name) => this.#added[name].finish());
    const taken = this.#taken.reduce((sum, { numbers }) => sum + countWanted(numbers), 0);
    const numbers = Int32Array.from({ length: this.#count }, (_, index) => taken + index);
    const parts = [...this.#taken, { fields: added, numbers }];
    if (parts.length === 1) return added;
    return forEachField((name) =>
      mergePostings(
        parts.map((part) => ({ postings: part.fields[name], numbers: part.numbers })),
        taken + this.#count,
      ),
    );
  }
}

/** The fields with nothing of passages that are no longer part of the index; `live` has a flag per passage. */
export function withoutDead(fields: LexicalFields, live: Uint8Array): LexicalFields {
  if (!live.includes(0)) return fields;
  const numbers = Int32Array.from(live, (isLive, passage) => (isLive ? passage : -1));
  return forEachField((name) => mergePostings([{ postings: fields[name], numbers }], live.length));
}

export function encodeLexical(fields: LexicalFields): NamedArrays {
  return Object.assign({}, ...fieldNames.map((name) => toArrays(name, fields[name])));
}

export function decodeLexical(arrays: NamedArrays): LexicalFields {
  return forEachField((name) => fromArrays(name, arrays));
}

function countWanted(numbers: Int32Array): number {
  return numbers.reduce((count, number) => count + (number >= 0 ? 1 : 0), 0);
}

function forEachField<Made>(make: (name: FieldName) => Made): Readonly<Record<FieldName, Made>> {
  return { body: make("body"), heading: make("heading"), title: make("title") };
}
