import type { Embedder } from "../../ingest/embeddings/embedder.ts";
import type { Candidate, KnowledgeBase, StoredPassage } from "../../ingest/index/knowledge-base.ts";
import type { Question } from "./question.ts";

export interface RetrieveOptions {
  readonly limit: number;
  readonly documents?: readonly string[] | undefined;
}

export interface RetrievedPassage extends StoredPassage {
  /** 1 for a passage that both legs rank first, falling with the ranks. */
  readonly score: number;
}

/** Candidates that each leg hands to the fusion. */
const candidatesPerLeg = 60;
/** Reciprocal rank fusion (Cormack, Clarke, Büttcher 2009, SIGIR): 1 / (60 + rank). */
const rankOffset = 60;
/** The hashed embedder sees the same features as the words do, less sharply: it settles near-ties and adds what words miss. */
const denseWeight = 0.05;

/** Hybrid search: words and vectors, fused by rank. */
export async function retrieve(
  base: KnowledgeBase,
  question: Question,
  embedder: Embedder,
  { limit, documents }: RetrieveOptions,
): Promise<RetrievedPassage[]> {
  const options = { limit: candidatesPerLeg, ...(documents ? { documents } : {}) };
  const [vector] = await embedder.embed([question.searchText]);
  const scores = fuse([
    { candidates: base.searchLexical(question.searchGroups, options), weight: 1 },
    { candidates: vector ? base.searchDense(vector, options) : [], weight: denseWeight },
  ]);
  const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
  return base
    .passages(best.map(([passage]) => passage))
    .map((passage) => ({ ...passage, score: scores.get(passage.id) ?? 0 }));
}

function fuse(
  legs: readonly { readonly candidates: readonly Candidate[]; readonly weight: number }[],
): Map<number, number> {
  const scores = new Map<number, number>();
  const highest = legs.reduce((sum, leg) => sum + leg.weight / (rankOffset + 1), 0);
  for (const { candidates, weight } of legs) {
    candidates.forEach(({ passage }, index) => {
      const gain = weight / (rankOffset + index + 1) / highest;
      scores.set(passage, (scores.get(passage) ?? 0) + gain);
    });
  }
  return scores;
}
