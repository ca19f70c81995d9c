import { type Embedder, EmbeddingError } from "./embeddings/embedder.ts";
import type { EmbeddingCache } from "./embeddings/embedding-cache.ts";
import { findVectorFault } from "./embeddings/vector-fault.ts";
import { failpoint } from "./failpoint.ts";
import { mapInParallel } from "./map-in-parallel.ts";

/** As many as every service takes at once; some refuse more than 32. */
const textsPerBatch = 32;
/** Batches under way at once: a remote embedder spends its time waiting. */
const batchesAtOnce = 4;

export interface EmbedOptions {
  readonly embedder: Embedder;
  readonly cache: EmbeddingCache;
}

/** One vector per text, in order. What the cache holds is not computed again; what is computed is kept at once. */
export async function embedPassages(
  texts: readonly string[],
  { embedder, cache }: EmbedOptions,
): Promise<Float32Array[]> {
  const failed = new AbortController();
  const vectors = texts.map((text) => {
    const vector = cache.read(text);
    return vector && !findVectorFault(vector, embedder.dimension) ? vector : null;
  });
  const missing = texts.flatMap((_text, index) => (vectors[index] ? [] : [index]));
  const embedBatch = async (indexes: readonly number[]) => {
    const batch = indexes.map((index) => texts[index] ?? "");
    const embedded = check(await embedder.embed(batch, failed.signal), batch.length, embedder);
    cache.write(batch.map((text, index) => ({ text, vector: embedded[index] as Float32Array })));
    failpoint("after-embed-batch");
    indexes.forEach((index, position) => {
      vectors[index] = embedded[position] ?? null;
    });
  };
  try {
    await mapInParallel(cut(missing, textsPerBatch), batchesAtOnce, embedBatch);
    return vectors as Float32Array[];
  } catch (error) {
    failed.abort();
    throw error;
  }
}

/** A batch that is not one finite vector of the right length per text is refused whole. */
function check(
  vectors: readonly Float32Array[],
  expected: number,
  embedder: Embedder,
): readonly Float32Array[] {
  const fail = (problem: string): never => {
    throw new EmbeddingError(
      `The embedder '${embedder.id}' returned ${problem}: the index is left as it was.`,
    );
  };
  if (vectors.length !== expected) return fail(`${vectors.length} vectors for ${expected} texts`);
  for (const vector of vectors) {
    const fault = findVectorFault(vector, embedder.dimension);
    if (fault) fail(fault);
  }
  return vectors;
}

function cut<Item>(items: readonly Item[], size: number): Item[][] {
  const pieces: Item[][] = [];
  for (let start = 0; start < items.length; start += size) pieces.push(items.slice(start, start + size));
  return pieces;
}
