import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chooseEmbedder } from "../../ingest/embeddings/choose-embedder.ts";
import { openGeneration } from "../../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration } from "../../ingest/index/embedded/generations.ts";
import { ingest } from "../../ingest/ingest.ts";
import { openDictionary } from "../../ingest/language/open-dictionary.ts";
import { createLenientEmbedder } from "../../server/answer/lenient-embedder.ts";
import { search } from "../../server/answer/search.ts";
import { type EmbeddingRequest, sendVectors, startFakeEmbeddings } from "../fake-openai/embeddings.ts";
import { type FakeService, type Reply, sendError } from "../fake-openai/service.ts";
import { createWorkspace, removeWorkspace, type Workspace, writeDocuments } from "./workspace.ts";

let service: FakeService;
let workspace: Workspace;

beforeEach(async () => {
  service = await startFakeEmbeddings();
  workspace = createWorkspace();
  writeDocuments(workspace, { edition: "首版", count: 40 });
});

afterEach(async () => {
  removeWorkspace(workspace);
  await service.stop();
});

const open = (model = "small") =>
  chooseEmbedder({ model, baseUrl: service.baseUrl, apiKey: undefined }, workspace.dataDir);
const update = async (model?: string) => ingest({ ...workspace, embedder: await open(model) });
const pointer = () => readFileSync(join(workspace.dataDir, "CURRENT"), "utf8");
const asked = () => service.requests.map(({ body }) => (body as EmbeddingRequest).input);

describe("an ingest over an embedding service", () => {
  it("has up to four batches under way, and embeds each text once", async () => {
    writeDocuments(workspace, { edition: "首版", count: 200 });
    const embedder = await open();
    let underWay = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    // None of the first four is answered before all of them have come.
    const count: Reply = async (response, request) => {
      underWay++;
      most = Math.max(most, underWay);
      if (waiting.length < 3) await new Promise<void>((resolve) => waiting.push(resolve));
      for (const release of waiting) release();
      underWay--;
      await sendVectors()(response, request);
    };
    service.script.push(...Array.from({ length: 20 }, () => count));
    await ingest({ ...workspace, embedder });
    expect(most).toBe(4);
    const texts = asked().flat();
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("[R033] asks nothing where nothing has changed, and only for new texts where something has", async () => {
    await update();
    const before = service.requests.length;
    expect((await update()).status).toBe("unchanged");
    expect(service.requests).toHaveLength(before);
    writeDocuments(workspace, { edition: "次版", count: 1, from: 40 });
    await update();
    expect(asked().slice(before)).toHaveLength(1);
  });

  it("[R035] leaves the index as it was where a batch is refused, and ends the other batches", async () => {
    await update();
    const published = pointer();
    writeDocuments(workspace, { edition: "次版", count: 200 });
    service.script.push(
      sendVectors(),
      sendVectors((items) => items.slice(1)),
    );
    await expect(update()).rejects.toThrow("the index is left as it was");
    expect(pointer()).toBe(published);
    expect((await update()).status).toBe("published");
  });

  it("[R042] builds the index anew for another model, and refuses to read it with the first", async () => {
    await update("small");
    const before = service.requests.length;
    expect((await update("large")).status).toBe("published");
    expect(asked().slice(before).flat().length).toBeGreaterThan(39);
    const generation = (await currentGeneration(workspace.dataDir)) ?? "";
    await expect(openGeneration(workspace.dataDir, generation, await open("small"))).rejects.toThrow(
      "The index was built with the embedder 'openai:large' (4 dimensions), this program uses 'openai:small' (4 dimensions): run 'npm run ingest'.",
    );
  });
});

describe("a question while the embedding service fails", () => {
  it("[R078] finds passages by words, says so once in the log, and vectors once it is back", async () => {
    await update();
    const generation = (await currentGeneration(workspace.dataDir)) ?? "";
    const base = await openGeneration(workspace.dataDir, generation, await open());
    const log: string[] = [];
    const note = (_about: object, message: string) => void log.push(message);
    let now = 0;
    const embedder = createLenientEmbedder(await open(), {
      log: { warn: note, info: note },
      now: () => now,
    });
    const parts = { dictionary: openDictionary(undefined), embedder, reranker: null, model: null };
    const find = () =>
      search(parts, base, { query: "第7份文件的創新科技政策", limit: 3 }, new AbortController().signal);
    const refuse = sendError(400);
    service.script.push(refuse, refuse, refuse);
    const before = service.requests.length;
    for (let times = 0; times < 5; times++) expect((await find()).passages[0]?.document).toBe("7.txt");
    expect(service.requests.length - before, "after three failures the service is left alone").toBe(3);
    expect(log).toEqual(["Questions find no vectors: search goes on by words."]);
    now += 60_000;
    await find();
    expect(log).toEqual([log[0], "The embedding service answers again."]);
    base.close();
  });
});
