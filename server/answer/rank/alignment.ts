import { alignQuestion } from "../../../ingest/embeddings/builtin/align.ts";
import type { KnowledgeBase, StoredPassage } from "../../../ingest/index/knowledge-base.ts";
import type { Features } from "./features.ts";
import { spread } from "./spread.ts";
import { scoreFeatures } from "./weights.ts";

/** Comparing word by word takes a sixth of a millisecond a passage; the answer is hardly ever further down. */
const passagesAligned = 24;
/** Words rarer than one passage in a hundred and fifty all count as much. */
const mostRarity = 5;

interface Measured extends StoredPassage {
  readonly features: Features;
}

/** The candidates with their alignment, measured for those that the other features put first. */
export function alignBest<Candidate extends Measured>(
  candidates: readonly Candidate[],
  question: string,
  base: KnowledgeBase,
): Candidate[] {
  const order = candidates
    .map((candidate, index) => ({ index, score: scoreFeatures(candidate.features) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, passagesAligned);
  const align = alignQuestion(question, (term) => rarity(term, base));
  const texts = order.map(({ index }) => readable(candidates[index]));
  const alignments = spread(texts.map(align));
  const found = new Map(order.map(({ index }, place) => [index, alignments[place] ?? 0]));
  return candidates.map((candidate, index) => ({
    ...candidate,
    features: { ...candidate.features, alignment: found.get(index) ?? 0 },
  }));
}

export function rarity(term: string, base: KnowledgeBase): number {
  const group = { label: term, weight: 1, alternatives: [{ terms: [term], weight: 1 }] };
  return Math.min(mostRarity, -Math.log(base.documentFrequency(group)));
}

function readable(passage: StoredPassage | undefined): string {
  return passage ? [...passage.headings, passage.text].join("\n") : "";
}
