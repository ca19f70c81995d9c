import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readCases } from "../datasets/case.ts";
import { readOptions } from "../read-options.ts";
import { startServer } from "../server.ts";
import { percentile } from "../statistics/percentile.ts";
import { type Mark, matchMarks } from "./answer-marks.ts";
import { gauges, startProgram } from "./answer-programs.ts";
import { describe, readAnswer } from "./answer-reader.ts";

/**
 * The time that the server itself adds to a model's answer: from the question to the first byte of the model, the
 * search in it, and for many streams at once from a token's leaving the model to its reaching the reader.
 */
const usage = `npx tsx evals/bench/answer.ts [options]
  Measures what the server adds to a model's answer.
  --corpus DIR, --dataset FILE   documents, and cases whose questions are asked (seeds)
  --per-second N                 answers begun a second (10)
  --streams N                    answers in all (200)
  --tokens N                     tokens in each (1200: the first one goes on when the last one begins)`;
const values = readOptions(usage, {
  corpus: { type: "string", default: "seeds" },
  dataset: { type: "string", default: "evals/datasets/seeds.jsonl" },
  "per-second": { type: "string", default: "10" },
  streams: { type: "string", default: "200" },
  tokens: { type: "string", default: "1200" },
});
/** Asked one after another for the time to the first byte; the first ten warm the code. */
const mostAsked = 110;
const questions = (await readCases(values.dataset)).map(({ question }) => question);

await withServer({ pieces: 1, delayInMs: 0 }, async ({ url }) => {
  const added: number[] = [];
  const searching: number[] = [];
  for (const [index, question] of questions.slice(0, mostAsked).entries()) {
    const { received, first, retrieveMs } = await readAnswer(url, question);
    if (index < 10 || received.length === 0) continue;
    added.push(first);
    searching.push(retrieveMs);
  }
  console.log(
    `question to the model's first byte (${added.length}): ${describe(added)}; search ${describe(searching)}`,
  );
});

const [streams, tokens] = [Number(values.streams), Number(values.tokens)];
const ours = await withServer({ pieces: tokens, delayInMs: 20 }, measureStreams);
const bare = await withProxy({ pieces: tokens, delayInMs: 20 }, measureStreams);
console.log(`p95 of the delay, ours to the bare proxy's: ${(ours / bare).toFixed(1)}`);

/** Streams begun one after another; the 95th percentile of a token's delay once all of them have begun. */
async function measureStreams({ name, url, sent, memoryInMb, processorInMs }: Running): Promise<number> {
  await Promise.all(questions.slice(0, 10).map((question) => readAnswer(url, question)));
  const idle = memoryInMb();
  const processor = processorInMs();
  const answers = Array.from({ length: streams }, async (_, index) => {
    await sleep((index * 1000) / Number(values["per-second"]));
    return readAnswer(url, questions[index % questions.length] ?? "");
  });
  const peaks = [idle];
  const sampled = setInterval(() => peaks.push(memoryInMb()), 500);
  const read = await Promise.all(answers);
  clearInterval(sampled);
  const begun = Math.max(...read.map(({ begunAt }) => begunAt));
  const spent = processorInMs() - processor;
  const marks = await sent();
  const pieces = read.flatMap(({ number, received }) => matchMarks(marks[number ?? -1] ?? [], received));
  const delays = pieces.filter(({ at }) => at > begun).map(({ delay }) => delay);
  console.log(
    `${name}: ${streams} streams at 50 tokens a second (${delays.length} of ${pieces.length} tokens while all of them went on): delay ${describe(delays)}; first byte ${describe(read.map(({ first }) => first))}; processor ${(spent / pieces.length).toFixed(3)} ms a token; memory ${idle} MB idle, ${Math.max(...peaks)} MB at most`,
  );
  return percentile(delays, 0.95) ?? 0;
}

interface Running {
  readonly name: string;
  readonly url: string;
  /** When the model sent what, by the answer's number. */
  readonly sent: () => Promise<readonly (readonly Mark[])[]>;
  readonly memoryInMb: () => number;
  readonly processorInMs: () => number;
}

interface Speed {
  readonly pieces: number;
  readonly delayInMs: number;
}

async function withServer<Result>(
  speed: Speed,
  measure: (running: Running) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "bench-answer-"));
  const model = await startProgram("answer-model.ts", String(speed.pieces), String(speed.delayInMs));
  const server = await startServer({
    corpus: values.corpus,
    dataDirectory: join(folder, "data"),
    logFile: join(folder, "server.log"),
    environment: { CHAT_MODEL: "fake", OPENAI_BASE_URL: model.url, ANSWERS: "model" },
  });
  const result = await measure({ name: "the server", url: server.url, sent: model.ask, ...gauges(server) });
  await server.stop();
  model.stop();
  await rm(folder, { recursive: true, force: true });
  return result;
}

/** The same model's stream through a program that does nothing but pass it on. */
async function withProxy<Result>(
  speed: Speed,
  measure: (running: Running) => Promise<Result>,
): Promise<Result> {
  const model = await startProgram("answer-model.ts", String(speed.pieces), String(speed.delayInMs));
  const proxy = await startProgram("answer-proxy.ts", model.url);
  const result = await measure({ name: "a bare proxy", url: proxy.url, sent: model.ask, ...gauges(proxy) });
  proxy.stop();
  model.stop();
  return result;
}
