import { percentile } from "../statistics/percentile.ts";
import { countLetters, type Mark, now } from "./answer-marks.ts";

/** Reads one answer of ours, or of the fake's through a proxy; `number` is the one that the fake gave it. */
export async function readAnswer(url: string, question: string) {
  const asked = now();
  const response = await fetch(`${url}/api/ask`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ question }),
  });
  const received: Mark[] = [];
  let number: number | null = null;
  let first = 0;
  let letters = 0;
  let retrieveMs = 0;
  let rest = "";
  for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const at = now();
    rest += chunk;
    const frames = rest.split("\n\n");
    rest = frames.pop() ?? "";
    for (const frame of frames) {
      const [, said = ""] =
        /"delta":{"role":"assistant","content":("(?:[^"\\]|\\.)*")/.exec(frame) ??
        /^(?:id: \d+\n)?event: delta\ndata: {"text":("(?:[^"\\]|\\.)*")/.exec(frame) ??
        [];
      if (said !== "") {
        first ||= at - asked;
        number ??= Number(/〔(\d+)〕/.exec(said)?.[1] ?? Number.NaN);
        letters += countLetters(JSON.parse(said));
        received.push({ letters, at });
      }
      retrieveMs = Number(/"retrieveMs":([\d.]+)/.exec(frame)?.[1] ?? retrieveMs);
    }
  }
  return { number, received, begunAt: asked + first, first, retrieveMs };
}

export function describe(times: readonly number[]): string {
  const at = (share: number) => (percentile(times, share) ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}
