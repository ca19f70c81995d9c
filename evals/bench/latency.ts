/** In milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

export function summariseTimes(times: readonly number[]): Latency {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
