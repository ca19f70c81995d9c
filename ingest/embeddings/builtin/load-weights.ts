import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { featuresVersion } from "./units.ts";
import { decodeWeights, type Weights, WeightsError } from "./weights-file.ts";

/** The weights that ship with the program. */
export const builtinWeights = fileURLToPath(new URL("weights.bin", import.meta.url));

/** Reads a weights file once; throws WeightsError when it is missing, damaged or of another version. */
export function loadWeights(file: string): Weights {
  const weights = loaded.get(file) ?? decodeWeights(readWeights(file), file, featuresVersion);
  loaded.set(file, weights);
  return weights;
}

const loaded = new Map<string, Weights>();

function readWeights(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw Object.assign(new WeightsError(file, "cannot be read"), { cause });
  }
}
