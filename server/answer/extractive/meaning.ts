import { createBuiltinEmbedder } from "../../../ingest/embeddings/builtin/builtin-embedder.ts";

/** The built-in embedder whatever the index was built with: it reads sentences and words at once, without a network. */
const embedder = createBuiltinEmbedder();

export function embedTexts(texts: readonly string[]): Promise<Float32Array[]> {
  return embedder.embed(texts);
}

/** Vectors of single words, kept for the life of the process. */
const known = new Map<string, Float32Array>();
const mostKnown = 50_000;

export async function embedWords(words: readonly string[]): Promise<Float32Array[]> {
  const unknown = words.filter((word) => !known.has(word));
  if (unknown.length > 0) {
    if (known.size > mostKnown) known.clear();
    const vectors = await embedTexts(unknown);
    for (const [index, vector] of vectors.entries()) known.set(unknown[index] ?? "", vector);
  }
  return Promise.all(
    words.map(async (word) => known.get(word) ?? ((await embedTexts([word]))[0] as Float32Array)),
  );
}

/** Inner product; the cosine of vectors of length 1. */
export function nearness(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] as number) * (other[index] as number);
  return sum;
}
