import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readCases } from "../datasets/case.ts";
import { readOptions } from "../read-options.ts";
import { startServer } from "../server.ts";
import { percentile } from "../statistics/percentile.ts";
import { gauges, startProgram } from "./answer-programs.ts";
import { askOnce, type Outcome } from "./soak-reader.ts";
import { growthAMinute, readLoopLag } from "./soak-readings.ts";

/** R92: a server under steady load, with a spike of questions and an ingest in the middle of it. */
const usage = `npx tsx evals/bench/soak.ts [options]
  Asks a server with a scripted model for a time, and says what grows, what is refused and how fast.
  --minutes N      how long (60)
  --per-second N   chats begun a second, each by a reader of its own (10)
  --spike N        questions at once in the middle, before an ingest (500)`;
const values = readOptions(usage, {
  minutes: { type: "string", default: "60" },
  "per-second": { type: "string", default: "10" },
  spike: { type: "string", default: "500" },
});
const [minutes, perSecond, spike] = [values.minutes, values["per-second"], values.spike].map(Number) as [
  number,
  number,
  number,
];

const folder = await mkdtemp(join(tmpdir(), "bench-soak-"));
const corpus = join(folder, "corpus");
await cp("seeds", corpus, { recursive: true });
const dataDirectory = join(folder, "data");
const model = await startProgram("answer-model.ts", "60", "5");
const server = await startServer({
  corpus,
  dataDirectory,
  logFile: join(folder, "server.log"),
  environment: {
    CHAT_MODEL: "fake",
    OPENAI_BASE_URL: model.url,
    ANSWERS: "model",
    LOG_LEVEL: "warn",
    // The address may send ten times as much: half as much again as is sent.
    RATE_LIMIT: String(Math.ceil(perSecond * 9)),
  },
});
const { memoryInMb, openFiles } = gauges(server);
const questions = (await readCases("evals/datasets/seeds.jsonl")).map(({ question }) => question);
const ask = (index: number) => askOnce(server.url, questions[index % questions.length] ?? "");

const steady: Promise<Outcome>[] = [];
const readings: { readonly minute: number; readonly memory: number; readonly files: number }[] = [];
const start = performance.now();
const elapsed = () => (performance.now() - start) / 60_000;
const sampled = setInterval(
  () => readings.push({ minute: elapsed(), memory: memoryInMb(), files: openFiles() }),
  2000,
);
const middle = interrupt();
for (let index = 0; elapsed() < minutes; index++) {
  steady.push(ask(index));
  await sleep(Math.max(0, start + ((index + 1) * 1000) / perSecond - performance.now()));
}
clearInterval(sampled);
report(await Promise.all(steady), await middle, await readLoopLag(server.url));
await server.stop();
model.stop();
await rm(folder, { recursive: true, force: true });

/** A spike and, after it, an ingest of a new document. */
async function interrupt(): Promise<readonly Outcome[]> {
  await sleep(minutes * 30_000);
  const outcomes = await Promise.all(Array.from({ length: spike }, (_, index) => ask(index)));
  await writeFile(join(corpus, "new.md"), "# Harbour rules 2024\n\nThe harbour fee rose to 3% in 2019.\n");
  const environment = { ...process.env, CORPUS_DIR: corpus, DATA_DIR: dataDirectory };
  const words = ["--import", import.meta.resolve("tsx"), "ingest/main.ts", "--quiet"];
  await once(spawn(process.execPath, words, { env: environment, stdio: "ignore" }), "exit");
  return outcomes;
}

function report(steadily: readonly Outcome[], atOnce: readonly Outcome[], lagInMs: number): void {
  const all = [...steadily, ...atOnce];
  const counts = new Map<string, number>();
  for (const { end } of all) counts.set(end, (counts.get(end) ?? 0) + 1);
  const times = (outcomes: readonly Outcome[]) =>
    [0.5, 0.95]
      .map((share) =>
        (
          percentile(
            outcomes.map(({ firstMs }) => firstMs),
            share,
          ) ?? 0
        ).toFixed(0),
      )
      .join("/");
  const refused = all.filter(({ end }) => end === "429" || end === "503");
  const settled = readings.filter(({ minute }) => minute > minutes / 4);
  console.log(
    `${steadily.length} chats and a spike of ${atOnce.length} in ${minutes} minutes: ${[...counts].map(([end, count]) => `${count} ${end}`).join(", ")}`,
  );
  console.log(
    `first byte p50/p95: ${times(steadily.filter(({ end }) => end === "done"))} ms, refusals ${times(refused)} ms`,
  );
  console.log(
    `memory ${readings[0]?.memory} MB at first, ${readings.at(-1)?.memory} MB at last, growing ${growthAMinute(settled).toFixed(2)} MB a minute; open files ${readings[0]?.files} at first, ${readings.at(-1)?.files} at last; event loop p99 ${lagInMs.toFixed(0)} ms`,
  );
}
