import { percentile } from "../statistics/percentile.ts";

/** Reads one answer; the fake's tokens carry the time they were sent, on the clock that all processes share. */
export async function readAnswer(url: string, question: string) {
  const asked = performance.timeOrigin + performance.now();
  const response = await fetch(`${url}/api/ask`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ question }),
  });
  const received: { at: number; delay: number }[] = [];
  let first = 0;
  let retrieveMs = 0;
  let rest = "";
  for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const now = performance.timeOrigin + performance.now();
    rest += chunk;
    const frames = rest.split("\n\n");
    rest = frames.pop() ?? "";
    for (const frame of frames) {
      const sent = /"(?:text|content)":"[^"]*?@(\d+\.\d+)@/.exec(frame)?.[1];
      if (sent !== undefined) {
        first ||= now - asked;
        received.push({ at: now, delay: now - Number(sent) });
      }
      retrieveMs = Number(/"retrieveMs":([\d.]+)/.exec(frame)?.[1] ?? retrieveMs);
    }
  }
  return { received, begunAt: asked + first, first, retrieveMs };
}

export function describe(times: readonly number[]): string {
  const at = (share: number) => (percentile(times, share) ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}
