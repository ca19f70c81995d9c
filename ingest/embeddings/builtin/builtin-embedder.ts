import type { Embedder } from "../embedder.ts";
import { createTextEncoder } from "./encode-text.ts";
import { builtinWeights, loadWeights } from "./load-weights.ts";
import { featuresVersion } from "./units.ts";

/** Names the training run whose weights are in the file. */
const modelVersion = 2;
/** Kept beside the reading of the file, so that the id and dimension are known before any text comes. */
const dimension = 256;
/** Texts embedded before other work gets its turn. */
const textsPerTurn = 64;

/**
 * The bilingual embedder that ships with the program (see MODEL.md): a trained vector per feature of a text,
 * summed by strength and scaled to length 1. The same text always gives the same vector. The weights are read with
 * the first text; throws WeightsError when the file is missing, damaged or of another version.
 */
export function createBuiltinEmbedder({ file = builtinWeights }: { readonly file?: string } = {}): Embedder {
  let encode: ReturnType<typeof createTextEncoder> | undefined;
  return {
    id: `builtin-${dimension}-model-${modelVersion}-features-${featuresVersion}`,
    dimension,
    embed: async (texts) => {
      encode ??= createTextEncoder(loadWeights(file));
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += textsPerTurn) {
        if (start > 0) await nextTurn();
        for (const text of texts.slice(start, start + textsPerTurn)) vectors.push(encode(text));
      }
      return vectors;
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
