import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { startFakeOpenAi } from "../../evals/fake-openai/fake-openai.ts";
import { asEvents, deferred, post } from "../server/fake-parts.ts";
import { startServer } from "./children.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const feeLine = "The harbour fee rose to 3% in 2019.";
const question = "What did the harbour fee rise to in 2019?";

it("[R070] lets twenty answers end after SIGTERM, takes no new question, and exits with 0", async () => {
  const folder = await mkdtemp(join(tmpdir(), "shutdown-"));
  closing.push(() => rm(folder, { recursive: true }));
  const corpusDir = join(folder, "corpus");
  await mkdir(corpusDir);
  await writeFile(join(corpusDir, "harbour.md"), `# Harbour fees 2024\n\n${feeLine}\n`);
  const held = deferred<void>();
  const model = await startFakeOpenAi(() => ({
    pieces: [`${feeLine.slice(0, -1)} `, "[1:3]."],
    hold: { until: held.promise, afterPieces: 1 },
  }));
  closing.push(model.close);
  const server = await startServer(
    { corpusDir, dataDir: join(folder, "data") },
    { CHAT_MODEL: "fake", OPENAI_BASE_URL: model.url, LOG_LEVEL: "info" },
  );
  closing.push(() => server.process.kill("SIGKILL"));
  await vi.waitUntil(async () => (await fetch(`${server.url}/readyz`)).ok, {
    timeout: 60_000,
    interval: 100,
  });

  const ask = () => fetch(`${server.url}/api/ask`, post({ question }, asEvents));
  const streams = await Promise.all(Array.from({ length: 20 }, ask));
  await vi.waitUntil(() => model.requests.length === 20, { timeout: 30_000 });
  server.process.kill("SIGTERM");
  await vi.waitUntil(() => server.output().includes('"closing"'), { timeout: 10_000 });
  const refused = await ask().then(
    ({ status }) => status,
    () => "refused",
  );
  expect([503, "refused"]).toContain(refused);

  held.resolve();
  const texts = await Promise.all(streams.map((stream) => stream.text()));
  expect(texts.filter((text) => /^event: done\ndata: .*\n\n$/m.test(text))).toHaveLength(20);
  expect(model.requests).toHaveLength(20);
  expect(await server.ended).toMatchObject({ code: 0, signal: null });
});
