/** The slope of the least-squares line through the readings, in MB a minute. */
export function growthAMinute(
  readings: readonly { readonly minute: number; readonly memory: number }[],
): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [minute, memory] = [mean(readings.map((one) => one.minute)), mean(readings.map((one) => one.memory))];
  const covariance = readings.reduce((sum, one) => sum + (one.minute - minute) * (one.memory - memory), 0);
  const variance = readings.reduce((sum, one) => sum + (one.minute - minute) ** 2, 0);
  return variance === 0 ? 0 : covariance / variance;
}

/** The 99th percentile of the event loop's delay since the last time it was asked for, in milliseconds. */
export async function readLoopLag(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds ([\d.e-]+)/m.exec(text)?.[1] ?? Number.NaN) * 1000;
}
