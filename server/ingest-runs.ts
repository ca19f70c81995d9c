import { setTimeout as pause } from "node:timers/promises";
import type { IngestState } from "./readiness.ts";

/** Exit code of an ingest that found another one running. */
const locked = 3;
const retryAfterMs = 2000;
/** A first ingest of a large corpus takes minutes. */
const mostRetries = 300;

export interface IngestRunsOptions {
  /** Runs an ingest; resolves to its exit code. */
  readonly run: (options: { readonly rebuild: boolean }) => Promise<number>;
  /** Called after each run, to open what it published. */
  readonly refresh: () => Promise<void>;
}

/** The ingests of a server, one at a time. */
export class IngestRuns {
  readonly #options: IngestRunsOptions;
  #state: IngestState = "running";
  #isWanted = false;
  #running: Promise<void> | null = null;

  constructor(options: IngestRunsOptions) {
    this.#options = options;
  }

  get state(): IngestState {
    return this.#state;
  }

  /** Runs now, or once more after the run under way, which may have looked at the corpus already. */
  request({ rebuild = false } = {}): Promise<void> {
    this.#isWanted = true;
    this.#running ??= this.#runAll(rebuild);
    return this.#running;
  }

  async #runAll(rebuildFirst: boolean): Promise<void> {
    let rebuild = rebuildFirst;
    try {
      while (this.#isWanted) {
        this.#isWanted = false;
        this.#state = "running";
        const code = await this.#runPatiently(rebuild);
        rebuild = false;
        await this.#options.refresh();
        this.#state = code === 0 ? "done" : "failed";
      }
    } catch (error) {
      this.#state = "failed";
      throw error;
    } finally {
      this.#running = null;
    }
  }

  /** Another ingest, by hand or watching, may have looked at the corpus before its last change. */
  async #runPatiently(rebuild: boolean): Promise<number> {
    for (let retry = 0; ; retry++) {
      const code = await this.#options.run({ rebuild });
      if (code !== locked || retry === mostRetries) return code;
      await pause(retryAfterMs);
    }
  }
}
