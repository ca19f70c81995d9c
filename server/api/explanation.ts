/** Why a passage was found, given by `POST /api/search` with `explain: true`. */
export interface Explanation {
  /** What the score is made of: value times weight, summed, is the score. */
  readonly features: readonly ExplainedFeature[];
  /** The words of the question that the passage holds in some wording, the heaviest first. */
  readonly matches: readonly ExplainedTerm[];
  /** The words of the question that it does not hold. */
  readonly unmatched: readonly string[];
  /** The words of the question that name the document, found in its title, organisation, other names or date. */
  readonly naming: readonly ExplainedTerm[];
}

export interface ExplainedFeature {
  readonly name: FeatureName;
  /** 0..1 */
  readonly value: number;
  /** 0..1; the weights of all features add up to 1. */
  readonly weight: number;
  /** Share of the passage's score, 0..1. */
  readonly share: number;
}

export type FeatureName =
  | "lexical"
  | "dense"
  | "alignment"
  | "sentence"
  | "heading"
  | "document"
  | "run"
  | "rerank";

export interface ExplainedTerm {
  /** As it stands in the question, or in an earlier turn that the question leans on. */
  readonly term: string;
  readonly origin: "question" | "earlier";
  /** Share of everything the question looks for, 0..1. */
  readonly share: number;
  readonly wordings: readonly TermWording[];
}

export interface TermWording {
  /** Verbatim, in the document's own script; words that stand apart are joined by `…`. */
  readonly text: string;
  readonly kind: "written" | "form" | "synonym" | "translation";
  readonly place: Place;
  /** How good a wording it is, 0..1. */
  readonly weight: number;
}

export type Place = "text" | "heading" | "title" | "organisation" | "alias" | "date";
