import { ModelFault } from "./model-fault.ts";

const failuresToOpen = 5;
const withinInMs = 30_000;
const restInMs = 30_000;

/** Keeps questions from waiting for a model that keeps failing: after five failures in 30 s it rests for 30 s. */
export class CircuitBreaker {
  readonly #now: () => number;
  #failures: number[] = [];
  #restsUntil = 0;
  #isTrying = false;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get isResting(): boolean {
    return this.#restsUntil > 0;
  }

  /** Throws while the model rests. After the rest one call goes through to try it; its outcome decides. */
  admit(): void {
    if (this.#restsUntil === 0) return;
    if (this.#now() < this.#restsUntil || this.#isTrying) throw new ModelFault("model_resting");
    this.#isTrying = true;
  }

  succeed(): void {
    this.#failures = [];
    this.#restsUntil = 0;
    this.#isTrying = false;
  }

  fail(): void {
    const now = this.#now();
    this.#failures = [...this.#failures.filter((at) => now - at < withinInMs), now];
    if (this.#isTrying || this.#failures.length >= failuresToOpen) this.#restsUntil = now + restInMs;
    this.#isTrying = false;
  }

  /** The call ended without telling anything of the model, as when its reader left. */
  release(): void {
    this.#isTrying = false;
  }
}
