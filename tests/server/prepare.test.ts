import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ingestInChild } from "../../server/prepare.ts";

it("keeps nothing of an ingest that has ended, however many follow each other", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ingest-in-child-"));
  const listeners = process.listenerCount("exit");
  try {
    const environment = { ...process.env, CORPUS_DIR: join(folder, "none"), DATA_DIR: join(folder, "data") };
    expect(await ingestInChild(environment, { rebuild: false })).toBeGreaterThan(0);
    expect(process.listenerCount("exit")).toBe(listeners);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
