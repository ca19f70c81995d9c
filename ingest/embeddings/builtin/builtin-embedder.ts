import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Embedder } from "../embedder.ts";
import { createTextEncoder } from "./encode-text.ts";
import { featuresVersion } from "./units.ts";
import { decodeWeights, WeightsError } from "./weights-file.ts";

/** Names the training run whose weights are in the file. */
const modelVersion = 1;
/** Kept beside the reading of the file, so that the id and dimension are known before any text comes. */
const dimension = 256;
const weightsFile = fileURLToPath(new URL("weights.bin", import.meta.url));
/** Texts embedded before other work gets its turn. */
const textsPerTurn = 64;

/**
 * The bilingual embedder that ships with the program (see MODEL.md): a trained vector per feature of a text,
 * summed by strength and scaled to length 1. The same text always gives the same vector. The weights are read with
 * the first text; throws WeightsError when the file is missing, damaged or of another version.
 */
export function createBuiltinEmbedder({ file = weightsFile }: { readonly file?: string } = {}): Embedder {
  let encode: ReturnType<typeof createTextEncoder> | undefined;
  return {
    id: `builtin-${dimension}-model-${modelVersion}-features-${featuresVersion}`,
    dimension,
    embed: async (texts) => {
      encode ??= createTextEncoder(decodeWeights(readWeights(file), file, featuresVersion));
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += textsPerTurn) {
        if (start > 0) await nextTurn();
        for (const text of texts.slice(start, start + textsPerTurn)) vectors.push(encode(text));
      }
      return vectors;
    },
  };
}

function readWeights(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw Object.assign(new WeightsError(file, "cannot be read"), { cause });
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
