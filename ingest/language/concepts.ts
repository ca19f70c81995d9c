import { fold } from "./fold.ts";
import type { Concept } from "./glossary.ts";
import { phraseWords } from "./phrase.ts";

/** A glossary concept as it is matched: English wordings as stemmed words, Chinese ones folded. */
export interface FoldedConcept {
  readonly en: readonly (readonly string[])[];
  readonly zh: readonly string[];
  /** As the glossary writes it. */
  readonly written: Concept;
}

/** Concepts by each of their wordings: stemmed words joined by blanks, or folded Chinese. */
export type ConceptIndex = ReadonlyMap<string, readonly FoldedConcept[]>;

/** Files every concept under all its wordings; a wording may belong to several concepts, earlier ones first. */
export function indexConcepts(concepts: readonly Concept[]): ConceptIndex {
  const index = new Map<string, FoldedConcept[]>();
  for (const concept of concepts) {
    const folded = { en: concept.en.map(phraseWords), zh: concept.zh.map(fold), written: concept };
    for (const wording of new Set([...folded.en.map((words) => words.join(" ")), ...folded.zh])) {
      index.set(wording, [...(index.get(wording) ?? []), folded]);
    }
  }
  return index;
}
