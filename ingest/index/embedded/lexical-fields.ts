import type { NamedArrays } from "./array-file.ts";
import { mergePostings } from "./merge-postings.ts";
import { buildPostings, fromArrays, type Postings, toArrays } from "./postings.ts";
import type { PassageNumbers } from "./write-documents.ts";

/** The parts of a passage that are searched on their own. */
export const fieldNames = ["body", "heading", "title"] as const;
export type FieldName = (typeof fieldNames)[number];

/** The terms of one passage and how often each occurs, by field. */
export type PassageTerms = Readonly<Record<FieldName, ReadonlyMap<string, number>>>;

/** The inverted files of all fields. */
export type LexicalFields = Readonly<Record<FieldName, Postings>>;

export function buildLexical(passages: readonly PassageTerms[]): LexicalFields {
  return forEachField((name) => buildPostings(passages.map((passage) => passage[name])));
}

/** The base without removed passages and with the added ones, numbered as the documents are. */
export function mergeLexical(
  base: LexicalFields,
  added: LexicalFields,
  numbers: PassageNumbers,
): LexicalFields {
  const removed = new Uint8Array(numbers.firstAdded);
  for (const passage of numbers.removed) removed[passage] = 1;
  return forEachField((name) => mergePostings(base[name], removed, added[name], numbers.firstAdded));
}

export function encodeLexical(fields: LexicalFields): NamedArrays {
  return Object.assign({}, ...fieldNames.map((name) => toArrays(name, fields[name])));
}

export function decodeLexical(arrays: NamedArrays): LexicalFields {
  return forEachField((name) => fromArrays(name, arrays));
}

function forEachField(make: (name: FieldName) => Postings): LexicalFields {
  return { body: make("body"), heading: make("heading"), title: make("title") };
}
