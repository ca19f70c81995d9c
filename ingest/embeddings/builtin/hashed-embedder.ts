import type { Dictionary } from "../../language/dictionary.ts";
import type { Embedder } from "../embedder.ts";
import { createFeatureReader, type Features, featuresVersion } from "./features.ts";

/** A power of two, so that a hash is cut to a position by a mask. */
const DIMENSION = 256;
/** Positions per feature: few enough to keep features apart, enough that two seldom share all of theirs. */
const POSITIONS = 4;
/** Texts embedded before other work gets its turn. */
const BATCH = 64;

/**
 * An embedder without trained weights: every feature is hashed to a few signed positions (feature hashing,
 * Weinberger et al., ICML 2009), the features of a text are summed by strength and the sum scaled to length 1.
 * The same text and dictionary always give the same vector; a dictionary with other extra terms changes only
 * texts that hold them, so the id does not name it. A text without features gets the unit vector along
 * the first axis, so that no vector is zero or NaN. The dictionary is asked for with the first text.
 */
export function createHashedEmbedder({ dictionary }: { readonly dictionary: () => Dictionary }): Embedder {
  let readFeatures: ReturnType<typeof createFeatureReader> | undefined;
  return {
    id: `builtin-hashed-${DIMENSION}-features-${featuresVersion}`,
    dimension: DIMENSION,
    embed: async (texts) => {
      readFeatures ??= createFeatureReader(dictionary());
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += BATCH) {
        if (start > 0) await nextTurn();
        for (const text of texts.slice(start, start + BATCH)) vectors.push(hashFeatures(readFeatures(text)));
      }
      return vectors;
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function hashFeatures(features: Features): Float32Array {
  const vector = new Float32Array(DIMENSION);
  for (const [name, strength] of features) {
    let hash = hashName(name);
    for (let position = 0; position < POSITIONS; position++) {
      const index = hash & (DIMENSION - 1);
      vector[index] = (vector[index] ?? 0) + (hash & DIMENSION ? strength : -strength);
      hash = mix(hash + 0x9e3779b9);
    }
  }
  return scaleToUnit(vector);
}

/** FNV-1a over UTF-16 units, then mixed. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let offset = 0; offset < name.length; offset++) {
    hash = Math.imul(hash ^ name.charCodeAt(offset), 0x01000193);
  }
  return mix(hash);
}

/** The finaliser of MurmurHash3: every input bit reaches every output bit. */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function scaleToUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (length === 0) vector[0] = 1;
  else for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] ?? 0) / length;
  return vector;
}
