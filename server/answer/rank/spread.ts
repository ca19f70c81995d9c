/** Similarities of one question's candidates lie close together: their mean becomes 0, and the best 1. */
export function spread(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const range = Math.max(...values, mean) - mean;
  return values.map((value) => (range > 0 ? Math.max(0, (value - mean) / range) : 0));
}
