import type { CDPSession } from "playwright-core";

/**
 * Starts to count what the page's main thread computes; each call gives the milliseconds of processor time so far.
 * Other programs on the machine lengthen the times on the clock, and these hardly.
 */
export async function countProcessorTime(session: CDPSession): Promise<() => Promise<number>> {
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1000;
  };
}
