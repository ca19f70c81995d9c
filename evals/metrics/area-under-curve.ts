/**
 * Probability that a value of `high` is above one of `low`, ties counting half (the area under the ROC curve;
 * Hanley & McNeil 1982). NaN where either is empty.
 */
export function areaUnderCurve(high: readonly number[], low: readonly number[]): number {
  const sorted = [...low].sort((a, b) => a - b);
  const below = (value: number, orEqual: boolean) => {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const held = sorted[middle] ?? 0;
      if (held < value || (orEqual && held === value)) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const sum = high.reduce((total, value) => total + (below(value, false) + below(value, true)) / 2, 0);
  return sum / (high.length * sorted.length);
}
