/** Similarities of one question's candidates lie close together: their mean becomes 0, and the best 1. One alone is the best. */
export function spread(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const range = Math.max(...values, mean) - mean;
  return values.map((value) => {
    if (range > 0) return Math.max(0, (value - mean) / range);
    return values.length === 1 && value > 0 ? 1 : 0;
  });
}
