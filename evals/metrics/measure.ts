/**
 * A sum and how many things it was taken over. Measures of many cases pool by adding both, so a rate over
 * citations weighs every citation alike. A count of 0 means that there was nothing to measure.
 */
export interface Measure {
  readonly sum: number;
  readonly count: number;
}

export const absent: Measure = { sum: 0, count: 0 };

export function pool(measures: readonly Measure[]): Measure {
  return measures.reduce(
    (total, { sum, count }) => ({ sum: total.sum + sum, count: total.count + count }),
    absent,
  );
}

/** The mean, or undefined without data: an unmeasured metric is neither 0 nor 1. */
export function meanOf({ sum, count }: Measure): number | undefined {
  return count === 0 ? undefined : sum / count;
}

/** One thing that holds or does not. */
export function measureOf(holds: boolean): Measure {
  return { sum: holds ? 1 : 0, count: 1 };
}

/** The share of the items for which the predicate holds; without items there is no measure. */
export function shareOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): Measure {
  return { sum: items.filter(holds).length, count: items.length };
}
