import type { KnowledgeBase, StoredPassage } from "../../../ingest/index/knowledge-base.ts";
import type { Question } from "../question.ts";
import type { Reranker } from "./reranker.ts";

/** A passage with the ranker's score, 0..1. */
export interface Scored extends StoredPassage {
  readonly score: number;
}

export interface Reranked {
  /** The cross-encoder's score, 0..1; null where it was not asked or did not answer. */
  readonly rerank: number | null;
}

/** What a cross-encoder reads within its time; the answer is hardly ever further down. */
const passagesReranked = 24;
/**
 * A cross-encoder judges a passage better than the features do, but it is not told which documents a question names.
 * Chosen, not fitted: the built-in ranker has to do without one.
 */
export const rerankShare = 0.75;

/** The best passages in the cross-encoder's order, where there is one and it answers; `ranked` is best first. */
export async function rerank<Passage extends Scored>(
  ranked: readonly Passage[],
  { base, question, reranker, signal }: RerankOptions,
): Promise<(Passage & Reranked)[]> {
  const head = reranker ? ranked.slice(0, passagesReranked) : [];
  const texts = head.map((passage) => readableText(passage, base));
  const scores = (await reranker?.score(question.searchText, texts, signal)) ?? null;
  if (scores === null) return ranked.map((passage) => ({ ...passage, rerank: null }));
  return ranked
    .map((passage, index) => {
      const score = passage.score * (1 - rerankShare) + (scores[index] ?? 0) * rerankShare;
      return { ...passage, score, rerank: scores[index] ?? null };
    })
    .sort((a, b) => b.score - a.score || a.id - b.id);
}

interface RerankOptions {
  readonly base: KnowledgeBase;
  readonly question: Question;
  readonly reranker: Reranker | null;
  readonly signal: AbortSignal | undefined;
}

function readableText({ document, headings, text }: StoredPassage, base: KnowledgeBase): string {
  return [base.document(document)?.title ?? document, ...headings, text].join("\n");
}
