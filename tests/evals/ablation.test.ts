import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ablate } from "../../evals/ranking/ablate.ts";
import type { RankingSet } from "../../evals/ranking/sets.ts";
import { listVariants } from "../../evals/ranking/variants.ts";

const documents = {
  "ports.txt": "港口規則\n\n海港辦公室管理港口的規則，並收取停泊費用。\n",
  "schools.txt": "學校章程\n\n校長每年公布學校的開支和收生名額。\n",
  "hospitals.txt": "醫院服務\n\n醫院的急症室全日開放，病人按情況分流。\n",
};

describe("the ablation", () => {
  const variants = listVariants();
  let folder: string;
  let set: RankingSet;
  let found: Awaited<ReturnType<typeof ablate>>;
  const recall = (name: string) =>
    variants
      .filter((variant) => variant.name === name)
      .flatMap((variant) => found.get(variant)?.map(({ recall1 }) => recall1));

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "ablation-test-"));
    await mkdir(path.join(folder, "corpus"));
    for (const [name, text] of Object.entries(documents)) {
      await writeFile(path.join(folder, "corpus", name), text);
    }
    const base = { type: "fact", gold: [{ doc: "ports.txt", start: 3, end: 3 }] };
    const cases = [
      { ...base, id: "bridged", lang: "en", question: "berthing at the harbour" },
      { ...base, id: "literal", lang: "zh-Hant", question: "停泊費用" },
      {
        ...base,
        id: "follow-up",
        lang: "en",
        question: "And?",
        history: [{ role: "user", content: "Ports" }],
      },
      { id: "refused", lang: "en", question: "Who won?", type: "unanswerable", gold: [] },
    ];
    const dataset = path.join(folder, "cases.jsonl");
    await writeFile(dataset, cases.map((one) => JSON.stringify(one)).join("\n"));
    set = { name: "ports", corpus: path.join(folder, "corpus"), dataset, every: 1 };
    found = await ablate(set, variants);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("scores every answerable single-turn question once for every variant", () => {
    expect(new Set([...found.values()].map((rows) => rows.length))).toEqual(new Set([2]));
    expect(found.size).toBe(variants.length);
    expect(recall("whole system")).toEqual([1, 1]);
  });

  it("loses what only the part that is off could find", async () => {
    const deaf = variants
      .filter(({ name }) => name === "neither of them")
      .map((variant) => {
        const withoutVectors = variants.find(({ name }) => name === "no vector search");
        const see = withoutVectors?.setup.see ?? variant.setup.see;
        return { ...variant, setup: { ...variant.setup, see } };
      });
    const rows = await ablate(set, deaf);
    expect([...rows.values()].flat().map(({ recall1 }) => recall1)).toEqual([0, 1]);
  });
});
