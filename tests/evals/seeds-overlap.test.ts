import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compareBriefs, readTexts } from "../../evals/overlap.ts";

const seeds = fileURLToPath(new URL("../../seeds", import.meta.url));
const papers = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
const arePapersHere = existsSync(papers);

describe("the sample briefs", () => {
  it.skipIf(!arePapersHere)(
    `share no run of 16 characters with a paper${arePapersHere ? "" : " (SKIPPED: ../shared/corpus is absent)"}`,
    async () => {
      const briefs = await readTexts(seeds, ".zh.md");
      expect(briefs.length).toBeGreaterThan(0);
      const overlaps = compareBriefs(briefs, await readTexts(papers, ".txt"));
      expect(
        overlaps.flatMap(({ brief, runs }) => runs.map(({ paper, text }) => ({ brief, paper, text }))),
      ).toEqual([]);
    },
  );
});
