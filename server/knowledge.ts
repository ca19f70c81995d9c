import type { Logger } from "pino";
import type { Embedder } from "../ingest/embeddings/embedder.ts";
import { openKnowledgeBase } from "../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration } from "../ingest/index/embedded/generations.ts";
import type { KnowledgeBase } from "../ingest/index/knowledge-base.ts";

export interface KnowledgeOptions {
  readonly dataDir: string;
  readonly embedder: Embedder;
  readonly log: Logger;
}

const pollInMs = 1000;
/** Requests that began on the old generation have this long to finish on it. */
const closeAfterInMs = 30_000;

/** The published generation, exchanged while serving whenever a new one is published. */
export class Knowledge {
  readonly #options: KnowledgeOptions;
  #base: KnowledgeBase | null = null;
  #refused: string | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: KnowledgeOptions) {
    this.#options = options;
  }

  get base(): KnowledgeBase | null {
    return this.#base;
  }

  /** Looks at the pointer now; a generation that cannot be read is logged once, and the one before it stays. */
  async refresh(): Promise<void> {
    const { dataDir, embedder, log } = this.#options;
    const published = await currentGeneration(dataDir);
    if (published === null || published === this.#base?.generation || published === this.#refused) return;
    try {
      const base = await openKnowledgeBase(dataDir, embedder);
      if (!base) return;
      const old = this.#base;
      this.#base = base;
      if (old) setTimeout(() => old.close(), closeAfterInMs).unref();
      log.info({ generation: base.generation, passages: base.passageCount }, "index opened");
    } catch (error) {
      this.#refused = published;
      log.error({ err: error, generation: published }, "index cannot be opened");
    }
  }

  watch(): void {
    this.#timer = setInterval(() => void this.refresh(), pollInMs);
    this.#timer.unref();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#base?.close();
    this.#base = null;
  }
}
