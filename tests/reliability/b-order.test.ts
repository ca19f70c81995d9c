import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pino } from "pino";
import { expect, it, vi } from "vitest";
import { Knowledge } from "../../server/knowledge.ts";
import { countingEmbedder } from "../counting-embedder.ts";

/** Opening a generation takes as many milliseconds as the end of its name says. */
vi.mock("../../ingest/index/embedded/embedded-knowledge-base.ts", () => ({
  openGeneration: async (_dataDir: string, generation: string) => {
    await pause(Number(generation.split("-")[1]));
    return { generation, passageCount: 1, close: () => {} };
  },
}));

it("[R044] a generation that takes long to open does not replace a newer one", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "order-"));
  const publish = (generation: string) => {
    mkdirSync(join(dataDir, "generations", generation), { recursive: true });
    writeFileSync(join(dataDir, "CURRENT"), `${generation}\n`);
  };
  const knowledge = new Knowledge({ dataDir, embedder: countingEmbedder(), log: pino({ level: "silent" }) });
  publish("1-200");
  const first = knowledge.refresh();
  await pause(50);
  publish("2-1");
  await Promise.all([first, knowledge.refresh()]);
  expect(knowledge.base?.generation).toBe("2-1");
  expect(knowledge.isDamaged).toBe(false);
  knowledge.close();
  rmSync(dataDir, { recursive: true });
});
