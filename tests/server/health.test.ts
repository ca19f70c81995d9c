import { describe, expect, it } from "vitest";
import { buildApp } from "./fake-parts.ts";

describe("GET /healthz", () => {
  it("[R045] answers whether or not there is an index", async () => {
    const { app } = buildApp({ knowledge: () => ({ base: null, reason: "no_index", message: "None." }) });
    const response = await app.request("/healthz");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ alive: true });
  });
});

describe("GET /readyz", () => {
  it("reports the generation it answers from", async () => {
    const response = await buildApp({
      model: { model: { name: "some-model" }, breaker: { isResting: false } },
    }).app.request("/readyz");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ready: true,
      reason: "ok",
      message: "Answering from 2 documents, 16 passages.",
      documents: 2,
      passages: 16,
      generation: "g1",
      model: "some-model",
      storageFailures: 0,
      modelState: "ready",
    });
  });

  it("[R045] passes on why there is no index, and looks again each time", async () => {
    const reasons = ["corpus_missing", "corpus_empty", "ingesting", "no_index"] as const;
    let looks = 0;
    const { app } = buildApp({
      knowledge: async () => ({
        base: null,
        reason: reasons[looks++] ?? "no_index",
        message: "Run npm run ingest.",
      }),
    });
    for (const reason of reasons) {
      const response = await app.request("/readyz");
      expect(response.status).toBe(503);
      expect(await response.json()).toEqual({
        ready: false,
        reason,
        message: "Run npm run ingest.",
        documents: 0,
        passages: 0,
        generation: null,
        model: null,
        storageFailures: 0,
        modelState: null,
      });
    }
  });

  it("[R070] is not ready once the server is to stop", async () => {
    const response = await buildApp({ closing: AbortSignal.abort() }).app.request("/readyz");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, message: "The server is restarting." });
  });
});
