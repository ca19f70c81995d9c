import type { AskEvent } from "../api/types.ts";
import { answerStopped } from "../http/complete-events.ts";
import { unlessAborted } from "../http/unless-aborted.ts";

/** An event with its place in the answer, from 1: the `id:` of a server-sent event. */
export interface NumberedEvent {
  readonly number: number;
  readonly event: AskEvent;
}

export interface LiveAnswerOptions {
  readonly events: AsyncIterable<AskEvent>;
  /** Aborting it stops the model. */
  readonly stop: AbortController;
  /** How long it goes on when its last follower has left; with 0 it is stopped at once. */
  readonly graceInMs: number;
  readonly onEnd: () => void;
}

/**
 * One answer while it is made, and its events so far. Without a grace period an event is taken only when a follower
 * asks for it, so that a slow reader slows the model; with one, the answer is made whether or not anybody follows.
 */
export class LiveAnswer {
  readonly #options: LiveAnswerOptions;
  readonly #source: AsyncIterator<AskEvent>;
  readonly #events: AskEvent[] = [];
  #pulling: Promise<void> | null = null;
  #hasEnded = false;
  #followers = 0;
  #grace: NodeJS.Timeout | undefined;

  constructor(options: LiveAnswerOptions) {
    this.#options = options;
    this.#source = options.events[Symbol.asyncIterator]();
    if (options.graceInMs > 0) void this.#drain();
  }

  /** Whether a reader who has seen so many events has seen them all. */
  isOver(seen: number): boolean {
    return this.#hasEnded && seen >= this.#events.length;
  }

  /** Every event after the first `seen`, as it comes; `left` aborts when this follower is gone. */
  follow(seen: number, left: AbortSignal): AsyncGenerator<NumberedEvent> {
    this.#followers += 1;
    clearTimeout(this.#grace);
    if (left.aborted) this.#leave();
    else left.addEventListener("abort", () => this.#leave(), { once: true });
    return this.#eventsAfter(seen, left);
  }

  /** Ends the answer for all its followers. */
  stop(): void {
    this.#options.stop.abort(answerStopped);
  }

  async *#eventsAfter(seen: number, left: AbortSignal): AsyncGenerator<NumberedEvent> {
    for (let index = seen; !left.aborted; index += 1) {
      while (index >= this.#events.length && !this.#hasEnded && !left.aborted) {
        await unlessAborted(this.#pull(), left);
      }
      const event = this.#events[index];
      if (event === undefined || left.aborted) return;
      yield { number: index + 1, event };
    }
  }

  #leave(): void {
    this.#followers -= 1;
    if (this.#followers > 0 || this.#hasEnded) return;
    const { graceInMs, stop } = this.#options;
    if (graceInMs === 0) stop.abort();
    else this.#grace = setTimeout(() => stop.abort(), graceInMs).unref();
    // Lets the answer see that it was stopped, so that it is stored as far as it came.
    if (graceInMs === 0) void this.#drain();
  }

  async #drain(): Promise<void> {
    while (!this.#hasEnded) await this.#pull();
  }

  /** The next event of the source; followers that ask at the same time get the same one. */
  #pull(): Promise<void> {
    this.#pulling ??= this.#take().finally(() => {
      this.#pulling = null;
    });
    return this.#pulling;
  }

  async #take(): Promise<void> {
    const next = await this.#source.next().catch(() => ({ done: true, value: undefined }) as const);
    if (!next.done) {
      this.#events.push(next.value);
      // The answer ends with it, whether or not a follower asks for more.
      if (next.value.event === "done" || next.value.event === "error") await this.#take();
      return;
    }
    this.#hasEnded = true;
    clearTimeout(this.#grace);
    this.#options.onEnd();
  }
}
