import { describe, expect, it } from "vitest";
import { buildApp, ingestReport } from "./fake-parts.ts";

describe("GET /api/ingest", () => {
  it("shows what was read and refused, even where nothing can be answered from", async () => {
    const { app } = buildApp({
      knowledge: () => ({ base: null, reason: "corpus_empty", message: "Nothing could be read." }),
    });
    const response = await app.request("/api/ingest");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(ingestReport);
  });

  it("says so before anything has been read", async () => {
    const response = await buildApp({ ingestReport: () => null }).app.request("/api/ingest");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: "not_ready" });
  });
});
