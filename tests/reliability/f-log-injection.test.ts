import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { type FakeOpenAi, startFakeOpenAi } from "../../evals/fake-openai/fake-openai.ts";
import { createLog } from "../../server/log.ts";
import { type Server, startServer } from "./children.ts";

const escapeCode = "\u001b[31m";
const apiKey = "the-key-of-the-test";
const signed = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2lnbmF0dXJl";
const megabyte = "x".repeat(1_000_000);
/** What somebody writes who wants to forge a line, to act on the terminal, and to have tokens written down. */
const hostile = `no\n{"level":60,"msg":"forged"}\r\n${escapeCode}\u009b31m\u2028\u202e http://host/?token=${signed}&a=1 ${apiKey}`;
const raw = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const running: { close: () => Promise<unknown> | unknown }[] = [];
afterEach(async () => {
  for (const { close } of running.splice(0).reverse()) await close();
});

async function startHostileReranker(): Promise<string> {
  const server: HttpServer = createServer((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify([{ [hostile]: hostile + megabyte, index: hostile }]));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  running.push({ close: () => server.close() });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/rerank`;
}

async function startHostileModel(): Promise<FakeOpenAi> {
  const server = await startFakeOpenAi(() => ({
    status: 400,
    body: JSON.stringify({ error: { message: hostile + megabyte, code: hostile } }),
  }));
  running.push(server);
  return server;
}

async function startHostileServer(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), "log-injection-"));
  running.push({ close: () => rm(folder, { recursive: true }) });
  const [corpusDir, dataDir] = [join(folder, "corpus"), join(folder, "data")];
  await mkdirWith(corpusDir, {
    "rules.md": "# Harbour rules 2024\n\nThe harbour fee rose to 3% in 2019.\n",
    [`a\n{"level":60,"msg":"forged"}${escapeCode}.md`]: "# Parks 2024\n\nParks open at six.\n",
    [`b\n{"level":60,"msg":"forged"}${escapeCode}.txt`]: "\0\u0001\0\u0001",
  });
  const model = await startHostileModel();
  const server = await startServer(
    { corpusDir, dataDir },
    {
      CHAT_MODEL: "fake",
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: apiKey,
      RERANK_URL: await startHostileReranker(),
      RERANK_API_KEY: apiKey,
      EMBED_SECRET: "s".repeat(32),
      LOG_LEVEL: "trace",
    },
  );
  running.push({ close: () => server.process.kill("SIGKILL") });
  return server;
}

async function mkdirWith(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

it("[R087] logs what requests, documents and services say in one bounded line each, without control characters and tokens", async () => {
  const server = await startHostileServer();
  const { url } = server;
  await vi.waitUntil(async () => (await fetch(`${url}/readyz`)).ok, { timeout: 60_000, interval: 100 });

  const ask = (body: object, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/api/ask?token=${signed}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const question = "What did the harbour fee rise to in 2019?";
  expect((await ask({ question })).status).toBe(200);
  expect((await ask({ question: `${question} ${hostile}` })).status).toBe(200);
  expect((await ask({ question, [hostile]: 1 })).status).toBe(400);
  expect((await ask({ question }, { authorization: `Bearer ${signed}` })).status).toBe(401);
  expect((await fetch(`${url}/api/documents/${encodeURIComponent(hostile)}?token=${signed}`)).status).toBe(
    404,
  );
  expect((await fetch(`${url}/${encodeURIComponent(hostile)}?token=${signed}`)).status).toBe(404);
  expect((await ask({ question: megabyte })).status).toBe(413);

  server.process.kill("SIGTERM");
  const { code, output } = await server.ended;
  expect(code).toBe(0);
  expect(output).toContain("model_rejected");
  expect(output).toContain("RERANK_URL fails");
  expect(output).not.toMatch(raw);
  for (const secret of [signed, apiKey, signed.split(".")[2] ?? ""]) expect(output).not.toContain(secret);
  const lines = output.split("\n");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(20_000);
  const logged = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  expect(logged.length).toBeGreaterThanOrEqual(3);
  expect(logged.filter(({ msg }) => msg === "forged")).toEqual([]);
});

it("[R087] bounds an error of a megabyte and hides a key wherever it stands", () => {
  const written: string[] = [];
  const log = createLog(
    { level: "info", secrets: [apiKey, undefined, ""] },
    { write: (line) => void written.push(line) },
  );
  const cause = Object.assign(new Error(hostile + megabyte), {
    url: `https://me:${apiKey}@host/?api_key=abc`,
  });
  const issues = Array.from({ length: 10_000 }, () => hostile);
  log.error(
    { err: new Error(`failed: ${hostile}`, { cause }), issues, headers: { authorization: "Bearer abc" } },
    hostile,
  );
  const [line = ""] = written;
  expect(written).toHaveLength(1);
  expect(line.indexOf("\n")).toBe(line.length - 1);
  expect(line.length).toBeLessThan(40_000);
  expect(line.slice(0, -1)).not.toMatch(raw);
  expect(line).not.toMatch(/the-key|eyJ|abc/);
  expect(JSON.parse(line).msg).toBe(
    `no\n{"level":60,"msg":"forged"}\r\n${escapeCode}\u009b31m\u2028\u202e http://host/?token=…&a=1 …`,
  );
});
