import { type Measure, pool } from "../metrics/measure.ts";

/**
 * What is drawn as one when measures are resampled: questions that ask the same in several languages stand or fall
 * together, and drawing them one by one would make an interval narrower than it is (Field & Welsh 2007, cluster
 * bootstrap). Groups without data are left out.
 */
export function toUnits<Item>(
  items: readonly Item[],
  {
    keyOf,
    measureOf,
  }: { readonly keyOf: (item: Item) => string; readonly measureOf: (item: Item) => Measure },
): readonly Measure[] {
  const groups = new Map<string, Measure[]>();
  for (const item of items) {
    const measure = measureOf(item);
    if (measure.count === 0) continue;
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), measure]);
  }
  return [...groups.values()].map(pool);
}
