import type { Document } from "./document.ts";
import type { Embedder } from "./embeddings/embedder.ts";
import { openEmbeddingCache } from "./embeddings/embedding-cache.ts";
import { failpoint } from "./failpoint.ts";
import { mapInParallel } from "./map-in-parallel.ts";
import { passageText } from "./passage-terms.ts";
import type { ReportProgress } from "./progress.ts";

const textsPerBatch = 64;
/** Batches under way at once: a remote embedder spends its time waiting. */
const batchesAtOnce = 4;

export class EmbeddingError extends Error {
  override readonly name = "EmbeddingError";
}

/** One vector per passage, in order. What the cache holds is not computed again; what is computed is kept at once. */
export async function embedPassages(
  documents: readonly Document[],
  { dataDir, embedder }: { readonly dataDir: string; readonly embedder: Embedder },
  onProgress: ReportProgress,
): Promise<Float32Array[]> {
  const texts = documents.flatMap((document) =>
    document.passages.map((passage) => passageText(document, passage)),
  );
  if (texts.length === 0) return [];
  const cache = openEmbeddingCache(dataDir, embedder.id);
  try {
    const vectors = texts.map((text) => {
      const vector = cache.read(text);
      return vector && !faultOf(vector, embedder) ? vector : null;
    });
    const missing = texts.flatMap((_text, index) => (vectors[index] ? [] : [index]));
    let done = texts.length - missing.length;
    const embedBatch = async (indexes: readonly number[]) => {
      const batch = indexes.map((index) => texts[index] ?? "");
      const embedded = check(await embedder.embed(batch), batch.length, embedder);
      cache.write(batch.map((text, index) => ({ text, vector: embedded[index] as Float32Array })));
      failpoint("after-embed-batch");
      indexes.forEach((index, position) => {
        vectors[index] = embedded[position] ?? null;
      });
      done += batch.length;
      onProgress({ step: "embed", done, total: texts.length });
    };
    await mapInParallel(cut(missing, textsPerBatch), batchesAtOnce, embedBatch);
    return vectors as Float32Array[];
  } finally {
    cache.close();
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
    const fault = faultOf(vector, embedder);
    if (fault) fail(fault);
  }
  return vectors;
}

function faultOf(vector: Float32Array, { dimension }: Embedder): string | null {
  if (vector.length !== dimension) return `a vector of ${vector.length} numbers instead of ${dimension}`;
  const length = Math.hypot(...vector);
  return length > 0 && Number.isFinite(length) ? null : "a vector without a direction";
}

function cut<Item>(items: readonly Item[], size: number): Item[][] {
  const pieces: Item[][] = [];
  for (let start = 0; start < items.length; start += size) pieces.push(items.slice(start, start + size));
  return pieces;
}
