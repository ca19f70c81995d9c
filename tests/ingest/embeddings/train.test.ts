import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { train } from "../../../ingest/embeddings/builtin/training/train.ts";
import type { Article } from "../../../ingest/embeddings/builtin/training/training-text.ts";
import { featuresVersion, readUnits } from "../../../ingest/embeddings/builtin/units.ts";
import { decodeWeights, encodeWeights } from "../../../ingest/embeddings/builtin/weights-file.ts";

const words = [
  ["water", "水源"],
  ["road", "道路"],
  ["school", "學校"],
  ["doctor", "醫師"],
  ["animal", "動物"],
  ["bank", "銀行"],
  ["forest", "森林"],
  ["ship", "船舶"],
] as const;

/** Articles that name three subjects each, in both languages. */
function makeArticles(): Article[] {
  return Array.from({ length: 56 }, (_, index) => {
    const subjects = [index, index + 1 + (index % 3), index * 3 + 5].map(
      (place) => words[place % words.length],
    );
    return {
      zh: subjects.map((subject) => `${subject?.[1]}之管理。`).join(""),
      en: subjects.map((subject) => `Management of ${subject?.[0]}.`).join(" "),
      titleZh: `${subjects[0]?.[1]}法`,
      titleEn: `${subjects[0]?.[0]} Act`,
      headingZh: "",
    };
  });
}

function trainSmall({ seed = 1, workers = 1, steps = 60 } = {}) {
  return train({
    articles: makeArticles(),
    terms: words.map(([en, zh]) => ({ sides: [[zh], [en]], weight: 1 })),
    translate: () => [],
    rowLimit: 400,
    workers,
    settings: { seed, steps, batchSize: 16, dimension: 32, learningRate: 0.05, temperature: 0.1 },
  });
}

function bytesOf(trained: ReturnType<typeof trainSmall>): string {
  return createHash("sha256").update(encodeWeights(trained.weights, featuresVersion)).digest("hex");
}

describe("training", () => {
  test("gives the same bytes for the same seed, with any number of workers", () => {
    const once = bytesOf(trainSmall());
    expect(bytesOf(trainSmall())).toBe(once);
    expect(bytesOf(trainSmall({ workers: 2 }))).toBe(once);
    expect(bytesOf(trainSmall({ seed: 2 }))).not.toBe(once);
  });

  test("learns: the loss falls", () => {
    const { losses } = trainSmall();
    const mean = (part: Float32Array) => part.reduce((sum, value) => sum + value, 0) / part.length;
    expect(mean(losses.subarray(-15))).toBeLessThan(0.8 * mean(losses.subarray(0, 15)));
  });

  test("writes weights that are read back as they were", () => {
    const { weights } = trainSmall({ steps: 1 });
    expect(decodeWeights(encodeWeights(weights, featuresVersion), "w.bin", featuresVersion)).toEqual(weights);
    expect(() => decodeWeights(encodeWeights(weights, 9), "w.bin", 2)).toThrow(
      "w.bin have format 1 for features 9, not format 1 for features 2",
    );
  });
});

describe("units", () => {
  test("are characters, stems with their roots, and numbers, with pairs of neighbours", () => {
    expect(readUnits("香港的 interest rates of settlers 2024")).toEqual([
      { kind: "character", name: "香", pair: "", root: "" },
      { kind: "character", name: "港", pair: "香港", root: "" },
      { kind: "character", name: "", pair: "港的", root: "" },
      { kind: "word", name: "interest", pair: "", root: "^intere" },
      { kind: "word", name: "rate", pair: "interest rate", root: "" },
      { kind: "word", name: "settler", pair: "rate settler", root: "^settle" },
      { kind: "number", name: "2024", pair: "", root: "" },
    ]);
  });
});
