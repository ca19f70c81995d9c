/** Turns texts into vectors whose inner product says how near the texts are in meaning. */
export interface Embedder {
  /** Names the model and its version: vectors of different ids must never meet in one index. */
  readonly id: string;
  readonly dimension: number;
  /** One vector of length 1 (Euclidean) per text, in the order of the texts. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
}

/** Why there are no vectors, in one line that says what to do. */
export class EmbeddingError extends Error {
  override readonly name = "EmbeddingError";
}
