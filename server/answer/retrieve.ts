import type { Embedder } from "../../ingest/embeddings/embedder.ts";
import type {
  Candidate,
  KnowledgeBase,
  StoredPassage,
  TermGroup,
} from "../../ingest/index/knowledge-base.ts";
import { fold } from "../../ingest/language/fold.ts";
import { blankStopPhrases } from "../../ingest/language/stop-words.ts";
import { createCoverage, weighGroups } from "./match.ts";
import type { Question } from "./question.ts";
import { alignBest } from "./rank/alignment.ts";
import { type DocumentEvidence, findDocumentEvidence } from "./rank/document-evidence.ts";
import { type Features, longestCountedRun, measureFeatures } from "./rank/features.ts";
import { createRunMeasure } from "./rank/longest-run.ts";
import { type Reranked, rerank } from "./rank/rerank.ts";
import type { Reranker } from "./rank/reranker.ts";
import { isComparing, takeOfEach } from "./rank/several-documents.ts";
import { spread } from "./rank/spread.ts";
import { scoreFeatures } from "./rank/weights.ts";

export interface RetrieveParts {
  readonly embedder: Embedder;
  /** Null where no cross-encoder is set up. */
  readonly reranker: Reranker | null;
}

export interface RetrieveOptions {
  readonly limit: number;
  readonly documents?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface RetrievedPassage extends StoredPassage, Reranked {
  /** 0..1: the ranker's weighted sum of the features, and the cross-encoder's score where there is one. */
  readonly score: number;
  readonly features: Features;
}

/** Passages of each search that are fused; the fused best are ranked by their features. */
const candidatesPerSearch = 60;
const candidatesRanked = 48;
/** Reciprocal rank fusion (Cormack, Clarke, Büttcher 2009, SIGIR): 1 / (60 + rank). */
const rankOffset = 60;

/**
 * Hybrid search: candidates by words and by vectors, fused by rank, then ranked by their features, the best of them
 * by a cross-encoder where there is one.
 */
export async function retrieve(
  base: KnowledgeBase,
  question: Question,
  { embedder, reranker }: RetrieveParts,
  options: RetrieveOptions,
): Promise<RetrievedPassage[]> {
  const { signal } = options;
  const { candidates, evidence } = await findCandidates(base, question, embedder, options);
  const ranked = candidates
    .map((passage) => ({ ...passage, score: scoreFeatures(passage.features) }))
    .sort((a, b) => b.score - a.score || a.id - b.id);
  const reranked = await rerank(ranked, { base, question, reranker, signal });
  return takeOfEach(reranked, evidence, {
    limit: options.limit,
    isComparing: isComparing(question.text),
  });
}

export interface Candidates {
  readonly candidates: readonly (StoredPassage & { readonly features: Features })[];
  readonly evidence: DocumentEvidence;
}

/** The fused candidates with their features, not yet ranked. */
export async function findCandidates(
  base: KnowledgeBase,
  question: Question,
  embedder: Embedder,
  { documents, signal }: RetrieveOptions,
): Promise<Candidates> {
  const options = { limit: candidatesPerSearch, ...(documents ? { documents } : {}) };
  const { evidence, groups } = weighNaming(question, base);
  const [vector] = await embedder.embed([question.searchText], signal);
  signal?.throwIfAborted();
  const lexical = base.searchLexical(groups, options);
  const dense = vector ? base.searchDense(vector, options) : [];
  const named = documents ? [] : namedDocuments(evidence, base);
  const inNamed = named.length > 0 ? base.searchLexical(groups, { ...options, documents: named }) : [];
  const lexicalScores = new Map([...lexical, ...inNamed].map(({ passage, score }) => [passage, score]));
  const common = {
    run: createRunMeasure(blankStopPhrases(fold(question.text)), longestCountedRun),
    coverage: createCoverage(weighGroups(groups, base)),
    evidence,
    bestLexical: lexical[0]?.score ?? 0,
  };
  const fused = fuse([lexical, dense, inNamed]).slice(0, candidatesRanked);
  const nearness = spread(vector ? measureNearness(base, vector, fused, dense) : fused.map(() => 0));
  const measured = base.passages(fused).map((passage, index) => {
    const scores = { lexical: lexicalScores.get(passage.id) ?? 0, dense: nearness[index] ?? 0 };
    return { ...passage, features: measureFeatures(passage, { ...common, ...scores }) };
  });
  return { candidates: alignBest(measured, question.searchText, base), evidence };
}

/** Cosines of the passages; a passage that the vector search found has brought its own. */
function measureNearness(
  base: KnowledgeBase,
  vector: Float32Array,
  passages: readonly number[],
  found: readonly Candidate[],
): number[] {
  const known = new Map(found.map(({ passage, score }) => [passage, score]));
  const others = passages.filter((passage) => !known.has(passage));
  base.measureDense(vector, others).forEach((score, index) => {
    known.set(others[index] ?? -1, score);
  });
  return passages.map((passage) => known.get(passage) ?? 0);
}

/** Naming a document says where to look; a passage is not better for repeating the name. */
const namingFactor = 0.4;

/** The question's search groups in order, those that name documents weaker, and which documents they name. */
export function weighNaming({ searchGroups }: Question, base: KnowledgeBase) {
  const evidence = findDocumentEvidence(searchGroups, base);
  const weaken = (group: TermGroup) => ({ ...group, weight: group.weight * namingFactor });
  const groups = searchGroups.map((group) => (evidence.naming.has(group) ? weaken(group) : group));
  return { evidence, groups };
}

/** Documents named nearly as well as the best named one; none where that is most of them. */
function namedDocuments({ byDocument }: DocumentEvidence, base: KnowledgeBase): string[] {
  const named = [...byDocument].filter(([, evidence]) => evidence >= 0.6).map(([id]) => id);
  return named.length * 2 <= base.documents().length ? named : [];
}

/** Passage numbers by summed reciprocal rank, best first. */
function fuse(searches: readonly (readonly Candidate[])[]): number[] {
  const scores = new Map<number, number>();
  for (const candidates of searches) {
    candidates.forEach(({ passage }, rank) => {
      scores.set(passage, (scores.get(passage) ?? 0) + 1 / (rankOffset + rank + 1));
    });
  }
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([passage]) => passage);
}
