import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBuiltinEmbedder } from "../../../ingest/embeddings/builtin/builtin-embedder.ts";

const embedder = createBuiltinEmbedder();
const weightsFile = new URL("../../../ingest/embeddings/builtin/weights.bin", import.meta.url);

async function similarity(one: string, other: string): Promise<number> {
  const [first = new Float32Array(), second = new Float32Array()] = await embedder.embed([one, other]);
  return first.reduce((sum, value, index) => sum + value * (second[index] ?? 0), 0);
}

describe("the built-in embedder", () => {
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
    const [alone] = await createBuiltinEmbedder().embed(texts.slice(140, 141));
    expect(together[140]).toEqual(alone);
  });

  test("gives both scripts one vector", async () => {
    expect(await similarity("發展低空經濟與創新科技", "发展低空经济与创新科技")).toBeCloseTo(1, 5);
  });

  test.each([
    ["The government should reduce taxes for small companies.", "政府應為中小型公司減稅。"],
    ["Doctors warn that the flu is spreading in schools.", "醫生警告流感正在學校傳播。"],
    ["The river flooded several villages last summer.", "去年夏天河水淹沒了幾個村莊。"],
    ["How long may an employer keep wages back?", "僱主最多可以拖欠工資多久？"],
    ["A new railway links the airport with the city.", "新鐵路連接機場與市區。"],
  ])("brings %j nearest to its own translation", async (english, translation) => {
    const own = await similarity(english, translation);
    const others = [
      "政府應為中小型公司減稅。",
      "醫生警告流感正在學校傳播。",
      "去年夏天河水淹沒了幾個村莊。",
      "僱主最多可以拖欠工資多久？",
      "新鐵路連接機場與市區。",
    ].filter((text) => text !== translation);
    for (const other of others) expect(own).toBeGreaterThan((await similarity(english, other)) + 0.1);
  });

  test("tells apart texts of words it has never seen", async () => {
    expect(await similarity("qzxvkw", "qzxvkw")).toBeCloseTo(1, 5);
    expect(await similarity("qzxvkw", "jjwpxq")).toBeLessThan(0.5);
  });

  test("points texts that say nothing one way", async () => {
    const [empty, punctuation] = await embedder.embed(["", "。！ the of"]);
    expect(empty?.[0]).toBe(1);
    expect(punctuation).toEqual(empty);
  });

  test("names model, version and dimension", () => {
    expect(embedder.id).toBe("builtin-256-model-2-features-2");
    expect(embedder.dimension).toBe(256);
  });
});

describe("the weights file", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "groundline-weights-"));
  const embedWith = (file: string) => createBuiltinEmbedder({ file }).embed(["text"]);

  test("is read with the first text", async ({ annotate }) => {
    const started = performance.now();
    await createBuiltinEmbedder().embed(["text"]);
    await annotate(`read in ${Math.round(performance.now() - started)} ms`);
  });

  test("is no larger than 24 MB", () => {
    expect(readFileSync(weightsFile).length).toBeLessThan(24_000_000);
  });

  test("is refused by name where one bit has changed", async () => {
    const bytes = readFileSync(weightsFile);
    const last = bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    const file = path.join(folder, "flipped.bin");
    writeFileSync(file, bytes);
    await expect(embedWith(file)).rejects.toThrow(
      `The embedder's weights ${file} do not match their checksum: fetch the file anew (git checkout), or run npm run train-embedder.`,
    );
  });

  test("is refused where it has been cut off", async () => {
    const file = path.join(folder, "cut.bin");
    writeFileSync(file, readFileSync(weightsFile).subarray(0, 5000));
    await expect(embedWith(file)).rejects.toThrow("do not match their checksum");
  });

  test("is refused where it is something else", async () => {
    const file = path.join(folder, "other.bin");
    writeFileSync(file, "version https://git-lfs.github.com/spec/v1");
    await expect(embedWith(file)).rejects.toThrow(`${file} are not a weights file`);
  });

  test("is missed by name", async () => {
    const file = path.join(folder, "none.bin");
    await expect(embedWith(file)).rejects.toThrow(`${file} cannot be read`);
  });
});
