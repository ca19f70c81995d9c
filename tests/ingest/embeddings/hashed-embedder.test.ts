import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFeatureReader } from "../../../ingest/embeddings/builtin/features.ts";
import { createHashedEmbedder } from "../../../ingest/embeddings/builtin/hashed-embedder.ts";
import { loadDictionary } from "../../../ingest/language/dictionary.ts";

const dictionary = loadDictionary({ thesaurus: [] });
const embedder = createHashedEmbedder({ dictionary: () => dictionary });

async function similarity(one: string, other: string): Promise<number> {
  const [first = new Float32Array(), second = new Float32Array()] = await embedder.embed([one, other]);
  return first.reduce((sum, value, index) => sum + value * (second[index] ?? 0), 0);
}

describe("the hashed embedder", () => {
  test("gives every text, however odd, a vector of length 1", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), async (texts) => {
        const vectors = await embedder.embed(texts);
        expect(vectors).toHaveLength(texts.length);
        for (const vector of vectors) {
          expect(vector).toHaveLength(embedder.dimension);
          expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
        }
      }),
    );
  });

  test("gives the same vector for the same text, alone or in a batch", async () => {
    const texts = Array.from({ length: 150 }, (_, index) => `第 ${index} 項 policy ${index}`);
    const together = await embedder.embed(texts);
    const [alone] = await createHashedEmbedder({ dictionary: () => dictionary }).embed(texts.slice(140, 141));
    expect(together[140]).toEqual(alone);
  });

  test("gives both scripts one vector", async () => {
    expect(await similarity("發展低空經濟與創新科技", "发展低空经济与创新科技")).toBeCloseTo(1, 5);
  });

  test("brings a text nearer to its translation than to another text", async () => {
    const english = "The government should develop the economy and reduce taxes.";
    expect(await similarity(english, "政府應發展經濟，減少稅項。")).toBeGreaterThan(
      (await similarity(english, "昨天晚上我們在海邊看星星。")) + 0.2,
    );
  });

  test("points texts that say nothing one way", async () => {
    const [empty, punctuation] = await embedder.embed(["", "。！ the of"]);
    expect(empty?.[0]).toBe(1);
    expect(punctuation).toEqual(empty);
  });

  test("names model and version", () => {
    expect(embedder.id).toBe("builtin-hashed-256-features-1");
  });
});

describe("features", () => {
  test("are folded pairs, words, stems, numbers and translations", () => {
    const features = createFeatureReader(dictionary)("香港 policies 2024");
    expect([...features.keys()]).toEqual(
      expect.arrayContaining(["香", "香港", "港", "policy", "2024", "政策"]),
    );
  });

  test("count sublinearly", () => {
    const features = createFeatureReader(dictionary)("xqzw xqzw xqzw");
    expect(features).toEqual(new Map([["xqzw", 1 + Math.log(3)]]));
  });
});
