import type { Embedder } from "../../ingest/embeddings/embedder.ts";
import { createBreaker } from "./rank/breaker.ts";

interface LenientParts {
  readonly log: {
    readonly warn: (about: object, message: string) => void;
    readonly info: (about: object, message: string) => void;
  };
  /** A reader waits for it, and words alone find most. */
  readonly timeoutInMs?: number;
  readonly now?: () => number;
}

/**
 * An outside embedder for questions: while it fails it returns no vectors, and search goes on by words alone.
 * Throws only when the request's signal aborts.
 */
export function createLenientEmbedder(
  embedder: Embedder,
  { log, timeoutInMs = 3000, now = Date.now }: LenientParts,
): Embedder {
  const breaker = createBreaker(now);
  let isFailing = false;
  return {
    ...embedder,
    async embed(texts, signal) {
      if (breaker.isOpen()) return [];
      const deadline = AbortSignal.timeout(timeoutInMs);
      try {
        const vectors = await embedder.embed(texts, signal ? AbortSignal.any([signal, deadline]) : deadline);
        breaker.succeed();
        if (isFailing) log.info({}, "The embedding service answers again.");
        isFailing = false;
        return vectors;
      } catch (error) {
        signal?.throwIfAborted();
        breaker.fail();
        const { message } = error as Error;
        if (!isFailing) log.warn({ reason: message }, "Questions find no vectors: search goes on by words.");
        isFailing = true;
        return [];
      }
    },
  };
}
