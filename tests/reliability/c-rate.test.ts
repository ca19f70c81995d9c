import { describe, expect, it, vi } from "vitest";
import { TokenBuckets } from "../../server/access/token-buckets.ts";
import { answerEvents, asEvents, buildApp, deferred, post } from "../server/fake-parts.ts";
import { createReader } from "../server/reader.ts";

const access = { rateLimit: 20, proxyHops: 0, hosts: new Set<string>() };

/** How many of so many requests at once are answered, and the refusals. */
async function flood(count: number, request: (index: number) => Response | Promise<Response>) {
  const responses = await Promise.all(Array.from({ length: count }, (_, index) => request(index)));
  const refused = responses.filter(({ status }) => status === 429);
  return { passed: count - refused.length, refused };
}

describe("a limit of requests a minute", () => {
  it("[R059] refuses one reader's requests beyond it with 429 and Retry-After, and no other reader's", async () => {
    const { app } = buildApp({ access });
    const [one, other] = [createReader(app), createReader(app)];
    await one.ask("a");
    await other.ask("a");
    const { passed, refused } = await flood(100, () => one.request("/api/documents"));
    expect(passed).toBe(20);
    expect(refused[0]?.headers.get("content-type")).toBe("application/problem+json");
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(await refused[0]?.json()).toMatchObject({ code: "rate_limited", status: 429 });
    expect((await other.request("/api/documents")).status).toBe(200);
  });

  it("[R059] counts the address where a reader is made up anew each time, whatever X-Forwarded-For says", async () => {
    const { app } = buildApp({ access });
    const { passed } = await flood(300, (index) => {
      const cookie = `groundline_reader=${String(index).padStart(22, "x")}`;
      return app.request("/api/documents", { headers: { cookie, "x-forwarded-for": `10.0.0.${index}` } });
    });
    expect(passed).toBe(200);
  });

  it("[R059] takes the word of as many proxies as are ours, and no more", async () => {
    const { app } = buildApp({ access: { ...access, proxyHops: 1 } });
    const from = (address: string) => (index: number) =>
      app.request("/api/documents", { headers: { "x-forwarded-for": `10.9.9.${index}, ${address}` } });
    expect((await flood(210, from("10.0.0.1"))).passed).toBe(200);
    expect((await flood(10, from("10.0.0.2"))).passed).toBe(10);
  });

  it("[R059] counts the addresses of one IPv6 network as one, and those of others apart", async () => {
    const { app } = buildApp({ access: { ...access, proxyHops: 1 } });
    const from = (addressOf: (index: number) => string) => (index: number) =>
      app.request("/api/documents", { headers: { "x-forwarded-for": addressOf(index) } });
    const ways = ["2001:db8:0:1::", "2001:0DB8::1:0:0:0:"];
    expect(
      (
        await flood(
          210,
          from((index) => `${ways[index % 2]}${index}`),
        )
      ).passed,
    ).toBe(200);
    expect(
      (
        await flood(
          10,
          from((index) => `2001:db8:0:2::${index}`),
        )
      ).passed,
    ).toBe(10);
    expect(
      (
        await flood(
          210,
          from((index) => `::ffff:10.0.0.${index}`),
        )
      ).passed,
    ).toBe(210);
  });

  it("[R059] speaks to clients of the OpenAI API in their own shape", async () => {
    const { app } = buildApp({ access: { ...access, rateLimit: 1 } });
    const { refused } = await flood(12, () => app.request("/v1/models"));
    expect(await refused[0]?.json()).toMatchObject({ error: { code: "rate_limited" } });
  });

  it("[R059] lets one reader have four answers made at once", async () => {
    const held = deferred<void>();
    const ask = async function* () {
      await held.promise;
      yield* answerEvents();
    };
    const { app } = buildApp({ access: { ...access, rateLimit: 100 }, ask });
    const reader = createReader(app);
    await reader.request("/api/ask", post({ question: "first" }, asEvents));
    const { passed, refused } = await flood(20, (index) =>
      reader.request("/api/ask", post({ question: `${index}` }, asEvents)),
    );
    expect(passed).toBe(3);
    expect(refused[0]?.headers.get("retry-after")).not.toBeNull();
    expect(await refused[0]?.json()).toMatchObject({ code: "answers_too_many" });
    expect((await createReader(app).request("/api/ask", post({ question: "b" }, asEvents))).status).toBe(200);
    held.resolve();
  });

  it("[R059] gives a reader's place back with the last event of an answer, streamed or whole", async () => {
    const { app } = buildApp({ access: { ...access, rateLimit: 100 } });
    const reader = createReader(app);
    for (let index = 0; index < 6; index++) {
      const streamed = await reader.request("/api/ask", post({ question: "a" }, asEvents));
      expect([streamed.status, (await streamed.text()).includes("event: done")]).toEqual([200, true]);
      expect((await reader.request("/api/ask", post({ question: "a" }))).status).toBe(200);
    }
  });

  it("[R059] lets one address have forty made at once at /api/ask and /v1 together, whoever asks", async () => {
    const held = deferred<void>();
    const ask = async function* () {
      await held.promise;
      yield* answerEvents();
    };
    const { app } = buildApp({ access: { ...access, rateLimit: 100 }, ask });
    const completion = post({
      model: "groundline",
      stream: true,
      messages: [{ role: "user", content: "a" }],
    });
    const mixed = (index: number) =>
      index % 2 === 0
        ? app.request("/v1/chat/completions", completion)
        : app.request("/api/ask", post({ question: "a" }, asEvents));
    const { passed, refused } = await flood(50, mixed);
    expect(passed).toBe(40);
    expect(refused.every(({ headers }) => headers.has("retry-after"))).toBe(true);
    const known = createReader(app, `groundline_reader=${"x".repeat(22)}`);
    expect((await known.request("/v1/chat/completions", completion)).status).toBe(429);
    held.resolve();
  });

  it("leaves pages and health alone, and with 0 everything", async () => {
    const limited = buildApp({ access: { ...access, rateLimit: 1 } }).app;
    expect((await flood(50, () => limited.request("/healthz"))).passed).toBe(50);
    const free = buildApp().app;
    expect((await flood(500, () => free.request("/api/documents"))).passed).toBe(500);
  });
});

describe("TokenBuckets", () => {
  it("gives a token back every minute's share, never more than the limit", () => {
    const now = vi.fn(() => 0);
    const buckets = new TokenBuckets(60, now);
    for (let request = 0; request < 60; request++) expect(buckets.take("a")).toBe(0);
    expect(buckets.take("a")).toBe(1000);
    now.mockReturnValue(1500);
    expect(buckets.take("a")).toBe(0);
    expect(buckets.take("a")).toBe(500);
    now.mockReturnValue(3_600_000);
    for (let request = 0; request < 60; request++) expect(buckets.take("a")).toBe(0);
    expect(buckets.take("a")).toBeGreaterThan(0);
  });

  it("forgets those used longest ago rather than grow without end", () => {
    const buckets = new TokenBuckets(1, () => 0);
    expect(buckets.take("first")).toBe(0);
    expect(buckets.take("first")).toBeGreaterThan(0);
    for (let key = 0; key < 10_000; key++) buckets.take(`${key}`);
    expect(buckets.take("first")).toBe(0);
  });

  it("forgets those that are full again rather than one in use", () => {
    const now = vi.fn(() => 0);
    const buckets = new TokenBuckets(2, now);
    buckets.take("in use");
    for (let key = 1; key < 10_000; key++) buckets.take(`${key}`);
    now.mockReturnValue(59_000);
    buckets.take("in use");
    buckets.take("in use");
    now.mockReturnValue(60_000);
    buckets.take("another");
    expect(buckets.take("in use")).toBeGreaterThan(0);
  });
});
