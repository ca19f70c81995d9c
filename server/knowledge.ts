import type { Logger } from "pino";
import type { Embedder } from "../ingest/embeddings/embedder.ts";
import { openGeneration } from "../ingest/index/embedded/embedded-knowledge-base.ts";
import { openableGenerations } from "../ingest/index/embedded/generations.ts";
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
  #seen: string | null = null;
  #timer: NodeJS.Timeout | undefined;
  #refreshed: Promise<void> = Promise.resolve();

  constructor(options: KnowledgeOptions) {
    this.#options = options;
  }

  get base(): KnowledgeBase | null {
    return this.#base;
  }

  /** Looks at the pointer now; one look at a time, so that an older generation never replaces a newer one. */
  refresh(): Promise<void> {
    const look = () => this.#refresh();
    this.#refreshed = this.#refreshed.then(look, look);
    return this.#refreshed;
  }

  /** A generation that cannot be read is logged once; the one before it serves instead. */
  async #refresh(): Promise<void> {
    const { dataDir, log } = this.#options;
    const [published, ...older] = await openableGenerations(dataDir);
    if (published === undefined || published === this.#seen) return;
    this.#seen = published;
    const base = await this.#openFirst(this.#base ? [published] : [published, ...older]);
    if (!base) return;
    const old = this.#base;
    this.#base = base;
    if (old) setTimeout(() => old.close(), closeAfterInMs).unref();
    log.info({ generation: base.generation, passages: base.passageCount }, "index opened");
  }

  /** Whether the published generation could not be opened and has to be built again. */
  get isDamaged(): boolean {
    return this.#seen !== null && this.#base?.generation !== this.#seen;
  }

  async #openFirst(generations: readonly string[]): Promise<KnowledgeBase | null> {
    const { dataDir, embedder, log } = this.#options;
    for (const generation of generations) {
      try {
        return await openGeneration(dataDir, generation, embedder);
      } catch (error) {
        log.error({ err: error, generation }, "index cannot be opened");
      }
    }
    return null;
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
