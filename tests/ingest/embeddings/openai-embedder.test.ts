import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openOpenAiEmbedder } from "../../../ingest/embeddings/openai-embedder.ts";
import { countCharacters } from "../../counting-embedder.ts";
import { type EmbeddingItem, sendVectors, startFakeEmbeddings } from "../../fake-openai/embeddings.ts";
import { type FakeService, hangUp, neverReply, sendError, sendJson } from "../../fake-openai/service.ts";

let service: FakeService;
let pauses: number[];

beforeEach(async () => {
  service = await startFakeEmbeddings();
  pauses = [];
});

afterEach(() => service.stop());

const open = (dimension: number | null = 4) =>
  openOpenAiEmbedder(
    { model: "small", baseUrl: service.baseUrl, apiKey: "sk-secret" },
    { dimension, wait: async (milliseconds) => void pauses.push(milliseconds) },
  );

describe("an embedder over a service of models", () => {
  it("asks for all texts at once and gives vectors of length 1", async () => {
    const embedder = await open();
    const texts = ["甲\n乙", "丙"];
    expect(await embedder.embed(texts)).toEqual(texts.map(countCharacters));
    expect(embedder).toMatchObject({ id: "openai:small", dimension: 4 });
    expect(service.requests).toMatchObject([
      {
        path: "/v1/embeddings",
        headers: { authorization: "Bearer sk-secret" },
        body: { model: "small", input: texts, encoding_format: "float" },
      },
    ]);
  });

  it("asks the service for the dimension where nothing else tells it", async () => {
    expect((await open(null)).dimension).toBe(4);
    expect(service.requests).toHaveLength(1);
  });

  it("[R035] puts vectors that come in another order where they belong", async () => {
    const embedder = await open();
    service.script.push(sendVectors((items) => items.reverse()));
    const texts = ["一", "二二", "三三三a"];
    expect(await embedder.embed(texts)).toEqual(texts.map(countCharacters));
  });

  it.each([
    ["status 408", sendError(408)],
    ["status 409", sendError(409)],
    ["status 429 for its rate", sendError(429, { code: "rate_limit_exceeded" })],
    ["status 500", sendError(500)],
    ["status 503", sendError(503)],
    ["a connection cut off", hangUp],
  ])("asks again after %s, twice at most", async (_name, fault) => {
    const embedder = await open();
    service.script.push(fault, fault);
    expect(await embedder.embed(["甲"])).toHaveLength(1);
    expect(service.requests).toHaveLength(3);
    expect(pauses[0]).toBeLessThan(1000);
    expect(pauses[1]).toBeLessThan(2000);
    service.script.push(fault, fault, fault);
    await expect(embedder.embed(["乙"])).rejects.toThrow(
      `The embedding service at ${service.baseUrl} failed`,
    );
    expect(service.requests).toHaveLength(6);
  });

  it.each([
    ["400", sendError(400), "check EMBEDDING_MODEL, which is 'small'"],
    ["401", sendError(401, { message: "wrong key sk-secret" }), "(401 wrong key …): check OPENAI_API_KEY"],
    ["404", sendError(404), "whether it has the model 'small'"],
    ["422", sendError(422), "check EMBEDDING_MODEL"],
    ["429 of a used-up quota", sendError(429, { code: "insufficient_quota" }), "raise the limits"],
  ])("asks once and says what to do after status %s", async (_status, fault, message) => {
    const embedder = await open();
    service.script.push(fault);
    await expect(embedder.embed(["甲"])).rejects.toThrow(message);
    expect(service.requests).toHaveLength(1);
  });

  it("waits at least as long as the service asks", async () => {
    const embedder = await open();
    service.script.push(sendError(429, { headers: { "retry-after": "7" } }));
    await embedder.embed(["甲"]);
    expect(pauses).toEqual([7000]);
  });

  it("gives up at once where it is asked to wait beyond its deadline", async () => {
    const embedder = await open();
    service.script.push(sendError(503, { headers: { "retry-after": "120" } }));
    await expect(embedder.embed(["甲"])).rejects.toThrow("status 503");
    expect(pauses).toEqual([]);
  });

  it("ends with the caller's signal", async () => {
    const embedder = await open();
    const caller = new AbortController();
    service.script.push((response, request) => {
      caller.abort();
      return neverReply(response, request);
    });
    await expect(embedder.embed(["甲"], caller.signal)).rejects.toThrow("aborted");
    expect(service.requests).toHaveLength(1);
  });

  it("says where no service answers", async () => {
    const embedder = await open();
    await service.stop();
    await expect(embedder.embed(["甲"])).rejects.toThrow(
      /ECONNREFUSED.*check that it runs at OPENAI_BASE_URL/,
    );
    service = await startFakeEmbeddings();
  });

  const answers: Record<
    string,
    [spoil: (items: EmbeddingItem[]) => readonly EmbeddingItem[], fault: string]
  > = {
    "another dimension": [spoilFirst((numbers) => numbers.slice(1)), "a vector of 3 numbers instead of 4"],
    "a number that is none": [spoilFirst(([, ...rest]) => [null, ...rest]), "no list of vectors"],
    "a zero vector": [spoilFirst((numbers) => numbers.map(() => 0)), "a vector without a direction"],
    "a vector too few": [(items) => items.slice(1), "1 vectors for 2 texts"],
    "a vector too many": [(items) => [...items, ...items], "4 vectors for 2 texts"],
    "two vectors for one text": [([first]) => (first ? [first, first] : []), "no vector for text 2 of 2"],
    "no vectors": [() => [], "0 vectors for 2 texts"],
  };

  it.each(Object.entries(answers))("[R035] refuses %s", async (_name, [spoil, fault]) => {
    const embedder = await open();
    service.script.push(sendVectors(spoil));
    await expect(embedder.embed(["甲", "乙丙"])).rejects.toThrow(
      new RegExp(`^The embedder 'openai:small' returned .*${fault}.*: the index is left as it was\\.$`),
    );
  });

  it("[R035] refuses an answer of another protocol", async () => {
    const embedder = await open();
    service.script.push(sendJson([[1, 2, 3, 4]]), sendJson({ data: [{ index: 0, embedding: "AACAPw==" }] }));
    for (const text of ["甲", "乙"])
      await expect(embedder.embed([text])).rejects.toThrow("no list of vectors of numbers");
  });
});

function spoilFirst(spoil: (numbers: readonly unknown[]) => readonly unknown[]) {
  return ([first, ...rest]: EmbeddingItem[]) =>
    first ? [{ ...first, embedding: spoil(first.embedding) }, ...rest] : rest;
}
