import type { ExplainedFeature } from "../../api/explanation.ts";
import { featureNames } from "../rank/features.ts";
import { rerankShare } from "../rank/rerank.ts";
import { weights } from "../rank/weights.ts";
import type { RetrievedPassage } from "../retrieve.ts";

/** What the passage's score is made of: value times weight, summed, is the score. */
export function explainFeatures({ features, rerank, score }: RetrievedPassage): ExplainedFeature[] {
  const most = featureNames.reduce((sum, name) => sum + weights[name], 0);
  const ownShare = rerank === null ? 1 : 1 - rerankShare;
  const rows = featureNames.map((name) => ({
    name,
    value: features[name],
    weight: (weights[name] / most) * ownShare,
  }));
  const all =
    rerank === null ? rows : [...rows, { name: "rerank" as const, value: rerank, weight: rerankShare }];
  return all.map((row) => ({ ...row, share: score > 0 ? (row.value * row.weight) / score : 0 }));
}
