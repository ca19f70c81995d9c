/** One run: by the clock, and the processor's time, which other programs on the machine do not lengthen. */
export interface Time {
  readonly ms: number;
  readonly cpuMs: number;
}

export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly cpuP95: number;
}

/** Every question is asked so often, and its shortest time counts: what else the machine does only lengthens a run. */
const rounds = 3;
/** A slow search is asked fewer questions, and then less often, so that it ends. */
const budgetInMs = 30_000;

/** `warming` questions warm the code; none of them is among the measured ones. */
export async function measureLatency(
  { warming, questions }: { readonly warming: readonly string[]; readonly questions: readonly string[] },
  run: (question: string) => Promise<Time>,
): Promise<Latency> {
  const start = performance.now();
  const isLate = (share: number) => performance.now() - start > share * budgetInMs;
  for (const question of warming) if (!isLate(0.2)) await run(question);
  const least: Time[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [index, question] of questions.entries()) {
      if (isLate(1) && (round > 0 || index >= fewest)) return summarise(least);
      const time = await run(question);
      const before = least[index] ?? time;
      least[index] = { ms: Math.min(before.ms, time.ms), cpuMs: Math.min(before.cpuMs, time.cpuMs) };
    }
  }
  return summarise(least);
}

/** Of which a 95th percentile still says something. */
const fewest = 40;

export function summarise(times: readonly Time[]): Latency {
  const at = (share: number, name: keyof Time) =>
    times.map((time) => time[name]).sort((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? 0;
  return { p50: at(0.5, "ms"), p95: at(0.95, "ms"), cpuP95: at(0.95, "cpuMs") };
}

/** Returns what ends the measuring. */
export function startTime(): () => Time {
  const cpu = process.cpuUsage();
  const start = performance.now();
  return () => {
    const ms = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    return { ms, cpuMs: (user + system) / 1000 };
  };
}
