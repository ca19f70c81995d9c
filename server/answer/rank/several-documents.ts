import { fold } from "../../../ingest/language/fold.ts";
import type { DocumentEvidence } from "./document-evidence.ts";

const comparingWords =
  /\b(?:compar\w+|versus|vs|both|differ\w*|respectively|which (?:one|ones|groups?|organi[sz]ations?|papers?|bodies|submissions?|chambers?))\b|比较|对比|相比|分别|差异|差别|差在|不同|区别|异同|进一步|哪些机构|哪个机构|哪几份|哪份|边个|边份|边几份|两份|三份|各自|两年|前后/iu;

/** Whether a question sets papers side by side: it says so, or it names two years. */
export function isComparing(question: string): boolean {
  const years = new Set(question.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g));
  return years.size > 1 || comparingWords.test(fold(question));
}

const leastEvidence = 0.3;
/** A question that seems to name more documents than these names none: its words stand in many titles. */
const mostNamed = 5;

/** Passages for a comparing question: first the best of each document it names, where it names several, then the others. */
export function spreadOverDocuments<Passage extends { readonly document: string }>(
  ranked: readonly Passage[],
  { byDocument }: DocumentEvidence,
): readonly Passage[] {
  const named = new Set(
    [...byDocument].filter(([, evidence]) => evidence >= leastEvidence).map(([id]) => id),
  );
  if (named.size < 2 || named.size > mostNamed) return ranked;
  const first = new Map<string, Passage>();
  for (const passage of ranked) {
    if (named.has(passage.document) && !first.has(passage.document)) first.set(passage.document, passage);
  }
  const opening = new Set(first.values());
  return [...opening, ...ranked.filter((passage) => !opening.has(passage))];
}
