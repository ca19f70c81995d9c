import type { Embedder } from "../../../ingest/embeddings/embedder.ts";

export interface RivalParts {
  readonly embedder: Embedder;
  /** Where it keeps what it can save. */
  readonly folder: string;
  readonly readTexts: () => Promise<readonly string[]>;
}

/** What a user would otherwise put together, over the same texts with the same embedder. */
export interface Rival {
  /** Whether what is built outlives the process. */
  readonly isSaved: boolean;
  /** Indexes the texts and saves the index, as far as it can be saved. */
  build(): Promise<void>;
  /** As after a restart: finds the places, among the texts, of a question's ten best, the best first. */
  open(): Promise<(question: string) => Promise<readonly number[]>>;
}

export const wanted = 10;
