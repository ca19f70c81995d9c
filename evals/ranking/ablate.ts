import { gatherExamples } from "./examples.ts";
import { measureRanking, type RankingMeasures } from "./measure-ranking.ts";
import type { RankingSet } from "./sets.ts";
import type { Variant } from "./variants.ts";

/** What one variant finds for one question. */
export interface Found extends RankingMeasures {
  readonly type: string;
}

/** Per variant what it finds, in the order of the set's questions. */
export async function ablate(
  set: RankingSet,
  variants: readonly Variant[],
): Promise<ReadonlyMap<Variant, readonly Found[]>> {
  const setups = [...new Set(variants.map(({ setup }) => setup))];
  const examples = await gatherExamples(set, setups);
  return new Map(
    variants.map((variant) => {
      const asked = examples.get(variant.setup) ?? [];
      const found = asked.map((example) => ({
        type: example.row.kind ?? example.row.type,
        ...measureRanking(example, variant.weights, variant.isSpread),
      }));
      return [variant, found];
    }),
  );
}
