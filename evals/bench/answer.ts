import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { readCases } from "../datasets/case.ts";
import { startServer } from "../server.ts";

/**
 * The time that the server itself adds to a model's answer: from the question to the first byte of the model, the
 * search in it, and for many streams at once from a token's leaving the model to its reaching the reader.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: "seeds" },
    dataset: { type: "string", default: "evals/datasets/seeds.jsonl" },
    streams: { type: "string", default: "200" },
    tokens: { type: "string", default: "400" },
  },
});
const questions = (await readCases(values.dataset)).map(({ question }) => question);

await withServer({ pieces: 1, delayInMs: 0 }, async ({ url }) => {
  const added: number[] = [];
  const searching: number[] = [];
  for (const [index, question] of questions.entries()) {
    const { tokenDelays, first, retrieveMs } = await readAnswer(url, question);
    // The first questions warm the code.
    if (index < 10 || tokenDelays.length === 0) continue;
    added.push(first);
    searching.push(retrieveMs);
  }
  console.log(
    `question to the model's first byte (${added.length}): ${describe(added)}; search ${describe(searching)}`,
  );
});

const [streams, tokens] = [Number(values.streams), Number(values.tokens)];
await withServer({ pieces: tokens, delayInMs: 20 }, async ({ url, memoryInMb }) => {
  for (const question of questions.slice(0, 10)) await readAnswer(url, question);
  const idle = memoryInMb();
  // Questions come one after another: fifty in a second.
  const answers = Array.from({ length: streams }, async (_, index) => {
    await sleep(index * 20);
    return readAnswer(url, questions[index % questions.length] ?? "");
  });
  const sampled = setInterval(() => peaks.push(memoryInMb()), 500);
  const peaks = [idle];
  const read = await Promise.all(answers);
  clearInterval(sampled);
  const delays = read.flatMap(({ tokenDelays }) => tokenDelays);
  console.log(
    `${streams} streams at 50 tokens a second (${delays.length} tokens): delay ${describe(delays)}; first byte ${describe(read.map(({ first }) => first))}; memory ${idle} MB idle, ${Math.max(...peaks)} MB at most`,
  );
});

interface Running {
  readonly url: string;
  readonly memoryInMb: () => number;
}

async function withServer(
  { pieces, delayInMs }: { readonly pieces: number; readonly delayInMs: number },
  measure: (running: Running) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-answer-"));
  const script = new URL("./answer-model.ts", import.meta.url).pathname;
  const model = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), script, String(pieces), String(delayInMs)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [line] = await once(model.stdout, "data");
  const server = await startServer({
    corpus: values.corpus,
    dataDirectory: join(folder, "data"),
    logFile: join(folder, "server.log"),
    environment: { CHAT_MODEL: "fake", OPENAI_BASE_URL: String(line).trim(), ANSWERS: "model" },
  });
  await measure({ url: server.url, memoryInMb: () => readMemory(server.processId) });
  await server.stop();
  model.kill();
  await rm(folder, { recursive: true, force: true });
}

/** Resident memory as Linux tells it. */
function readMemory(processId: number | undefined): number {
  const status = readFileSync(`/proc/${processId}/status`, "utf8");
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024);
}

/** Reads one answer; the fake's tokens carry the time they were sent, on the clock that all processes share. */
async function readAnswer(url: string, question: string) {
  const asked = performance.timeOrigin + performance.now();
  const response = await fetch(`${url}/api/ask`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ question }),
  });
  const tokenDelays: number[] = [];
  let first = 0;
  let retrieveMs = 0;
  let rest = "";
  for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const now = performance.timeOrigin + performance.now();
    rest += chunk;
    const frames = rest.split("\n\n");
    rest = frames.pop() ?? "";
    for (const frame of frames) {
      const sent = /"text":"[^"]*?@(\d+\.\d+)@/.exec(frame)?.[1];
      if (sent !== undefined) {
        first ||= now - asked;
        tokenDelays.push(now - Number(sent));
      }
      retrieveMs = Number(/"retrieveMs":([\d.]+)/.exec(frame)?.[1] ?? retrieveMs);
    }
  }
  return { tokenDelays, first, retrieveMs };
}

function describe(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}
