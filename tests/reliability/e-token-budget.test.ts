import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import OpenAI, { RateLimitError } from "openai";
import pino from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Script } from "../../evals/fake-openai/fake-openai.ts";
import { TokenBudget } from "../../server/access/token-budget.ts";
import { Storage } from "../../server/conversations/storage.ts";
import { asEvents, deferred, post } from "../server/fake-parts.ts";
import { buildRig, question, type Rig, type RigScript } from "../server/model/model-rig.ts";
import { createReader } from "../server/reader.ts";

let rig: Rig;
let folder: string;
beforeAll(async () => {
  rig = await buildRig();
  folder = await mkdtemp(join(tmpdir(), "token-budget-"));
});
afterAll(async () => {
  await rig.close();
  await rm(folder, { recursive: true });
});

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const reply: Script = {
  pieces: ["The harbour fee rose to 3% in 2019 [1:3]."],
  usage: { prompt_tokens: 550, completion_tokens: 50 },
};
const { usage: _, ...silentReply } = reply;
const noon = new Date(2026, 0, 2, 12);
const unusable = "/dev/null/conversations.sqlite";

interface Limits {
  readonly ofReader?: number;
  readonly ofAll?: number;
  readonly file?: string;
  readonly now?: Date;
  readonly proxyHops?: number;
}

async function open(
  script: RigScript,
  { ofReader = 0, ofAll = 0, file = ":memory:", now = noon, proxyHops = 0 }: Limits,
) {
  const storage = new Storage({ path: file, log: pino({ level: "silent" }) });
  const budget = new TokenBudget({ ofReader, ofAll }, storage, () => now);
  const access = { rateLimit: 0, proxyHops, hosts: null };
  const opened = await rig.open(script, { app: { storage, budget, access } });
  closing.push(opened.server.close);
  return opened;
}

const ask = (text = question) => post({ question: text });

describe("a budget of tokens", () => {
  it("[R080] ends a reader who loops long questions with 429 until tomorrow, and nobody else", async () => {
    const { app, server } = await open(silentReply, { ofReader: 3000 });
    const [looping, other] = [createReader(app), createReader(app)];
    const long = `${question} ${"Tell me all about the harbour. ".repeat(60)}`;
    const statuses: number[] = [];
    for (let round = 0; round < 12; round++) {
      statuses.push((await looping.request("/api/ask", ask(long))).status);
    }
    const answered = statuses.filter((status) => status === 200).length;
    expect(statuses).toEqual([...Array(answered).fill(200), ...Array(12 - answered).fill(429)]);
    expect(answered).toBeGreaterThan(0);
    expect(server.requests).toHaveLength(answered);

    const refused = await looping.request("/api/ask", ask(long));
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(refused.headers.get("retry-after")).toBe(String(12 * 60 * 60));
    expect(await refused.json()).toMatchObject({
      code: "tokens_spent",
      status: 429,
      detail: `from ${new Date(2026, 0, 3).toISOString()} on`,
    });
    expect(await other.ask(question)).toMatchObject({ status: "answered", mode: "model" });
  });

  it("[R080] counts what the model's server reports, and estimates where it reports nothing", async () => {
    const reporting = await open(reply, { ofReader: 1000 });
    const reader = createReader(reporting.app);
    const statusOf = async () => (await reader.request("/api/ask", ask())).status;
    expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([200, 200, 429]);
    expect(await tokensOf(reporting.app)).toEqual({ prompt: 1100, completion: 100 });

    const silent = await open(silentReply, { ofReader: 1000 });
    await createReader(silent.app).ask(question);
    const [sent] = silent.server.requests;
    const characters = sent?.body.messages.map(({ content }) => content).join("").length ?? 0;
    const { prompt, completion } = await tokensOf(silent.app);
    expect(prompt / characters).toBeGreaterThan(0.2);
    expect(prompt / characters).toBeLessThan(0.4);
    expect(completion).toBe(11);
  });

  it("[R080] counts an answer that its reader leaves, and not one that the model's server refused", async () => {
    const { app } = await open([{ ...silentReply, hold: { until: new Promise(() => {}), afterPieces: 1 } }], {
      ofReader: 1000,
    });
    const response = await createReader(app).request("/api/ask", post({ question }, asEvents));
    const stream = response.body?.getReader();
    for (let text = ""; !text.includes("event: delta"); ) {
      text += new TextDecoder().decode((await stream?.read())?.value);
    }
    await stream?.cancel();
    await expect.poll(async () => (await tokensOf(app)).prompt).toBeGreaterThan(0);

    const refusing = await open({ status: 401, body: "{}" }, { ofReader: 1 });
    const reader = createReader(refusing.app);
    expect(await reader.ask(question)).toMatchObject({ mode: "extractive" });
    expect(await reader.ask(question)).toMatchObject({ mode: "extractive" });
  });

  it("[R080] gives an address ten readers' tokens, however many readers it makes up", async () => {
    const { app, server } = await open(reply, { ofReader: 600, proxyHops: 1 });
    const from = (address: string) => ({
      ...ask(),
      headers: { "content-type": "application/json", "x-forwarded-for": address },
    });
    const statuses: number[] = [];
    for (let index = 0; index < 15; index++) {
      statuses.push((await app.request("/api/ask", from("10.0.0.1"))).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(server.requests).toHaveLength(10);
    expect((await app.request("/api/ask", from("10.0.0.2"))).status).toBe(200);
  });

  it("[R080] sets tokens aside for answers under way, so that twenty at once spend no more than three could", async () => {
    const held = deferred<void>();
    const { app, server } = await open({ ...reply, hold: { until: held.promise } }, { ofReader: 25_000 });
    const reader = createReader(app);
    await reader.ask("Thanks!");
    const asked = Array.from({ length: 20 }, () => reader.request("/api/ask", ask()));
    const early = asked.map(async (response) => (await response).status === 429);
    await expect.poll(() => server.requests.length).toBe(3);
    held.resolve();
    expect((await Promise.all(early)).filter(Boolean)).toHaveLength(17);
    expect(server.requests).toHaveLength(3);
    expect((await reader.request("/api/ask", ask())).status, "what was set aside is given back").toBe(200);
  });

  it("[R080] outlives a restart, and begins anew on the next day", async () => {
    const file = join(folder, "conversations.sqlite");
    const before = await open(reply, { ofReader: 600, file });
    const reader = createReader(before.app);
    await reader.ask(question);
    const again = await open(reply, { ofReader: 600, file });
    const refused = await createReader(again.app, reader.cookie()).request("/api/ask", ask());
    expect(refused.status).toBe(429);
    const later = await open(reply, { ofReader: 600, file, now: new Date(2026, 0, 3, 0, 0, 1) });
    const answered = await createReader(later.app, reader.cookie()).request("/api/ask", ask());
    expect(answered.status).toBe(200);
  });

  it("[R080] answers everybody with quotes where the deployment's tokens are spent, and asks no model", async () => {
    const { app, server, log } = await open(reply, { ofAll: 600 });
    expect(await createReader(app).ask(question)).toMatchObject({ mode: "model" });
    const quoted = await createReader(app).ask(question);
    expect(quoted).toMatchObject({ status: "answered", mode: "extractive", notice: "model_unavailable" });
    expect(quoted.citations.length).toBeGreaterThan(0);
    expect(server.requests).toHaveLength(1);
    expect(log.join()).toContain("TOKENS_A_DAY are spent");
  });

  it("[R080] holds where the file of counts cannot be used", async () => {
    const { app, server } = await open(reply, { ofReader: 600, ofAll: 600, file: unusable });
    const reader = createReader(app);
    expect(await reader.ask(question)).toMatchObject({ mode: "model" });
    expect((await reader.request("/api/ask", ask())).status).toBe(429);
    expect(server.requests).toHaveLength(1);
  });

  it("[R080] counts a follow-up's rewording as well", async () => {
    const { app, server } = await open([{ ...reply, pieces: [question] }, reply], { ofReader: 10_000 });
    const history = [{ role: "user", content: "What is the harbour fee?" }];
    await app.request("/api/ask", post({ question: "And in 2019?", history }));
    expect(server.requests).toHaveLength(2);
    expect(await tokensOf(app)).toEqual({ prompt: 1100, completion: 100 });
  });
});

describe("the official OpenAI client", () => {
  it("[R080] is told of a spent budget in the shape it knows, and is not answered on another path", async () => {
    const { app } = await open(reply, { ofReader: 60 });
    const client = new OpenAI({
      apiKey: "none",
      baseURL: "http://localhost/v1",
      maxRetries: 0,
      fetch: async (url, init) => app.request(String(url), init),
    });
    const messages = [{ role: "user" as const, content: question }];
    const whole = await client.chat.completions.create({ model: "groundline", messages });
    expect(whole.usage).toEqual({ prompt_tokens: 550, completion_tokens: 50, total_tokens: 600 });
    const refused = await client.chat.completions
      .create({ model: "groundline", messages, stream: true })
      .catch((error) => error);
    expect(refused).toBeInstanceOf(RateLimitError);
    expect(refused).toMatchObject({ status: 429, code: "tokens_spent" });
    expect(refused.headers.get("retry-after")).toBe(String(12 * 60 * 60));
    expect((await app.request("/api/ask", ask())).status).toBe(429);
  });
});

async function tokensOf(app: Awaited<ReturnType<typeof open>>["app"]) {
  const text = await (await app.request("/metrics")).text();
  const count = (kind: string) =>
    Number(new RegExp(`^groundline_model_tokens_total{kind="${kind}"} (\\d+)`, "m").exec(text)?.[1] ?? 0);
  return { prompt: count("prompt"), completion: count("completion") };
}
