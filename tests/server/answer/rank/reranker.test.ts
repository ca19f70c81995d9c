import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createReranker } from "../../../../server/answer/rank/reranker.ts";
import { search } from "../../../../server/answer/search.ts";
import { type PublishedTexts, publishTexts } from "../published-texts.ts";
import { type Reply, startRerankServer } from "./rerank-server.ts";

const replies: { reply: Reply } = { reply: () => 500 };
let server: Awaited<ReturnType<typeof startRerankServer>>;
let log: { warnings: string[]; notes: string[] };

beforeAll(async () => {
  server = await startRerankServer(replies);
});
afterAll(() => server.stop());
beforeEach(() => {
  log = { warnings: [], notes: [] };
});
afterEach(() => void server.received.splice(0));

const signal = new AbortController().signal;

function build({ model, key, timeoutInMs, now }: Partial<Record<"model" | "key", string>> & Clock = {}) {
  return createReranker(
    { url: server.url, model, key },
    {
      log: {
        warn: (_, message) => void log.warnings.push(message),
        info: (_, message) => void log.notes.push(message),
      },
      ...(timeoutInMs === undefined ? {} : { timeoutInMs }),
      ...(now === undefined ? {} : { now }),
    },
  );
}
interface Clock {
  readonly timeoutInMs?: number;
  readonly now?: () => number;
}

const teiReply = '[{"index":1,"score":0.9},{"index":0,"score":0.2}]';
const otherReply =
  '{"results":[{"index":1,"relevance_score":0.9,"document":{"text":"b"}},{"index":0,"relevance_score":0.2}]}';

describe("a reranker", () => {
  it("asks TEI with texts that may be cut, and reads its bare array", async () => {
    replies.reply = () => teiReply;
    expect(await build().score("q", ["a", "b"], signal)).toEqual([0.2, 0.9]);
    expect(server.received[0]?.body).toEqual({ query: "q", texts: ["a", "b"], truncate: true });
    expect(server.received[0]?.headers.authorization).toBeUndefined();
  });

  it("asks the others with a model, documents and a key, and reads their results", async () => {
    replies.reply = () => otherReply;
    const reranker = build({ model: "m", key: "k" });
    expect(await reranker.score("q", ["a", "b"], signal)).toEqual([0.2, 0.9]);
    expect(server.received[0]?.body).toEqual({ model: "m", query: "q", documents: ["a", "b"] });
    expect(server.received[0]?.headers.authorization).toBe("Bearer k");
  });

  it("turns raw logits into 0..1 and keeps their order", async () => {
    replies.reply = () => '[{"index":0,"score":-4},{"index":1,"score":0}]';
    const [low, middle] = (await build().score("q", ["a", "b"], signal)) ?? [];
    expect(low).toBeCloseTo(0.018, 3);
    expect(middle).toBe(0.5);
  });

  it("asks nothing for no passages", async () => {
    expect(await build().score("q", [], signal)).toBeNull();
    expect(server.received).toEqual([]);
  });

  it.each<[string, string | number]>([
    ["an error", 500],
    ["a refusal", 422],
    ["junk", "<html>"],
    ["NaN", '[{"index":0,"score":NaN},{"index":1,"score":1}]'],
    ["a score too large for a number", '[{"index":0,"score":1e999},{"index":1,"score":1}]'],
    ["null for a score", '{"results":[{"index":0,"relevance_score":null},{"index":1,"relevance_score":1}]}'],
    ["an index that was not asked", '[{"index":0,"score":1},{"index":2,"score":1}]'],
    ["a negative index", '[{"index":-1,"score":1},{"index":1,"score":1}]'],
    ["one index twice", '[{"index":0,"score":1},{"index":0,"score":0}]'],
    ["a score too few", '[{"index":0,"score":1}]'],
    ["a score too many", '[{"index":0,"score":1},{"index":1,"score":1},{"index":1,"score":0}]'],
    ["another shape", '{"data":[]}'],
    ["nothing", ""],
  ])("gives no scores for %s, and says so once", async (_, reply) => {
    replies.reply = () => reply;
    const reranker = build();
    expect(await reranker.score("q", ["a", "b"], signal)).toBeNull();
    expect(await reranker.score("q", ["a", "b"], signal)).toBeNull();
    expect(log.warnings).toEqual(["RERANK_URL fails; passages keep the order found without it."]);
  });

  it("waits no longer than its deadline", async () => {
    replies.reply = () => null;
    expect(await build({ timeoutInMs: 20 }).score("q", ["a"], signal)).toBeNull();
    expect(log.warnings).toHaveLength(1);
  });

  it("tries once more where the connection is dropped", async () => {
    replies.reply = () => (server.received.length === 1 ? "drop" : teiReply);
    expect(await build().score("q", ["a", "b"], signal)).toEqual([0.2, 0.9]);
    replies.reply = () => "drop";
    expect(await build().score("q", ["a", "b"], signal)).toBeNull();
    expect(server.received).toHaveLength(4);
  });

  it("stops with the request it is asked for, which is no failure of the service", async () => {
    const request = new AbortController();
    replies.reply = () => {
      request.abort();
      return null;
    };
    await expect(build().score("q", ["a"], request.signal)).rejects.toThrow("aborted");
    expect(log.warnings).toEqual([]);
  });

  it("is left alone for half a minute after three failures, then tried once, and used again when it answers", async () => {
    let time = 0;
    const reranker = build({ now: () => time });
    const ask = () => reranker.score("q", ["a", "b"], signal);
    replies.reply = () => 503;
    for (let count = 0; count < 5; count++) await ask();
    expect(server.received).toHaveLength(3);

    time = 30_000;
    await Promise.all([ask(), ask()]);
    expect(server.received).toHaveLength(4);

    time = 60_000;
    replies.reply = () => teiReply;
    expect(await ask()).toEqual([0.2, 0.9]);
    expect(await ask()).toEqual([0.2, 0.9]);
    expect(log.warnings).toHaveLength(1);
    expect(log.notes).toEqual(["RERANK_URL answers again."]);
  });
});

describe("a search with a reranker", () => {
  let texts: PublishedTexts;
  beforeAll(async () => {
    texts = await publishTexts({
      "halal.txt":
        "Halal trade\n\nHalal trade grows, and halal trade needs halal certificates for halal trade.\n",
      "ports.txt": "Port rules\n\nThe harbour office keeps the rules of the port, and of trade in it.\n",
    });
  });
  afterAll(() => texts.remove());

  const titles = async (reranker: ReturnType<typeof build> | null) => {
    const request = { query: "halal trade", limit: 5 };
    const { passages } = await search({ ...texts.parts, reranker }, texts.base, request, signal);
    return passages.map(({ document }) => document);
  };

  it("puts the passages in its order, having shown it titles and texts", async () => {
    replies.reply = ({ body }) =>
      JSON.stringify(
        body.texts?.map((text, index) => ({ index, score: text.includes("Port rules") ? 1 : 0 })),
      );
    expect(await titles(build())).toEqual(["ports.txt", "halal.txt"]);
    expect(server.received[0]?.body.query).toBe("halal trade");
  });

  it("keeps its own order where the reranker fails", async () => {
    replies.reply = () => 500;
    expect(await titles(build())).toEqual(["halal.txt", "ports.txt"]);
    expect(await titles(null)).toEqual(["halal.txt", "ports.txt"]);
  });

  it("stops with its request, before the passages are ranked", async () => {
    const stopped = search(texts.parts, texts.base, { query: "halal", limit: 5 }, AbortSignal.abort());
    await expect(stopped).rejects.toThrow("aborted");
  });
});
