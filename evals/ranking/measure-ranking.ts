import { takeOfEach } from "../../server/answer/rank/several-documents.ts";
import { scoreFeatures, type Weights } from "../../server/answer/rank/weights.ts";
import { recallAtK } from "../metrics/recall-at-k.ts";
import { reciprocalRank } from "../metrics/reciprocal-rank.ts";
import type { Example, FoundCandidate } from "./examples.ts";

export const rankingMeasures = ["recall1", "recall5", "recall10", "reciprocalRank"] as const;
export type RankingMeasures = Readonly<Record<(typeof rankingMeasures)[number], number>>;

/** How well the weights rank one question's candidates. */
export function measureRanking(example: Example, weights: Weights, isSpread = true): RankingMeasures {
  const ranked = rank(example, weights, isSpread).slice(0, 10);
  const recall = (depth: number) => recallAtK(example.row, ranked, depth).sum;
  return {
    recall1: recall(1),
    recall5: recall(5),
    recall10: recall(10),
    reciprocalRank: reciprocalRank(example.row, ranked).sum,
  };
}

export function meanMeasures(all: readonly RankingMeasures[]): RankingMeasures {
  const mean = (name: keyof RankingMeasures) => all.reduce((sum, one) => sum + one[name], 0) / all.length;
  return {
    recall1: mean("recall1"),
    recall5: mean("recall5"),
    recall10: mean("recall10"),
    reciprocalRank: mean("reciprocalRank"),
  };
}

/** As `retrieve` ranks, with these weights. */
function rank(
  { candidates, evidence, isComparing }: Example,
  weights: Weights,
  isSpread: boolean,
): readonly FoundCandidate[] {
  const ranked = candidates
    .map((candidate) => ({ candidate, score: scoreFeatures(candidate.features, weights) }))
    .sort((a, b) => b.score - a.score || a.candidate.id - b.candidate.id)
    .map(({ candidate }) => candidate);
  return isSpread ? takeOfEach(ranked, evidence, { limit: ranked.length, isComparing }) : ranked;
}
