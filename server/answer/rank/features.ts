import type { StoredPassage } from "../../../ingest/index/knowledge-base.ts";
import { fold } from "../../../ingest/language/fold.ts";
import type { MeasureCoverage } from "../match.ts";
import type { DocumentEvidence } from "./document-evidence.ts";
import type { MeasureRun } from "./longest-run.ts";

/** What is known of one passage for one question; every feature lies in 0..1, higher is better. */
export interface Features {
  /** BM25 over body, headings and title, as a share of the best passage's. */
  readonly lexical: number;
  /** How near the passage's vector is to the question's, from the mean of the candidates (0) to the nearest (1). */
  readonly dense: number;
  /** How near each word of the question comes to some word of the passage, spread as `dense`; 0 beyond the best few. */
  readonly alignment: number;
  /** Share of the question found in its best sentence: how near its words stand to one another. */
  readonly sentence: number;
  /** Share of the question found in the heading path. */
  readonly heading: number;
  /** How strongly the question names the passage's document. */
  readonly document: number;
  /** Longest run of characters in common with the question, 8 or more being 1. */
  readonly run: number;
}

export const featureNames = [
  "lexical",
  "dense",
  "alignment",
  "sentence",
  "heading",
  "document",
  "run",
] as const satisfies (keyof Features)[];

export interface FeatureInputs {
  /** Of the question, up to `longestCountedRun`. */
  readonly run: MeasureRun;
  readonly coverage: MeasureCoverage;
  readonly evidence: DocumentEvidence;
  /** The word search's score, 0 where it did not find the passage. */
  readonly lexical: number;
  readonly bestLexical: number;
  readonly dense: number;
}

export const longestCountedRun = 8;

export function measureFeatures(passage: StoredPassage, inputs: FeatureInputs): Features {
  const { run, coverage, evidence, lexical, bestLexical, dense } = inputs;
  const sentences = passage.sentences.filter((sentence) => sentence.kind !== "heading");
  return {
    lexical: bestLexical > 0 ? lexical / bestLexical : 0,
    dense,
    alignment: 0,
    sentence: Math.max(0, ...sentences.map(({ text }) => coverage(text))),
    heading: coverage(passage.headings.join("\n")),
    document: evidence.byDocument.get(passage.document) ?? 0,
    run: run(fold(passage.text)) / longestCountedRun,
  };
}
