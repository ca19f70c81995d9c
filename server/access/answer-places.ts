import { ProblemError } from "../http/problem.ts";
import type { AccessSettings } from "./access-settings.ts";
import { type Caller, readersAtAnAddress } from "./caller.ts";

/** A reader with two tabs open asks in both; more is a program. */
const mostAnswersAtOnce = 4;

/** How many answers are being made for each reader and each address, where requests are limited at all. */
export class AnswerPlaces {
  readonly #isLimited: boolean;
  readonly #taken = new Map<string, number>();

  constructor({ rateLimit }: AccessSettings) {
    this.#isLimited = rateLimit > 0;
  }

  /** A place until `ended` aborts; refused with `answers_too_many` where all are taken. */
  take({ reader, network }: Caller, ended: AbortSignal): void {
    if (!this.#isLimited) return;
    const places = [
      { key: `network ${network}`, most: mostAnswersAtOnce * readersAtAnAddress },
      ...(reader === null ? [] : [{ key: `reader ${reader}`, most: mostAnswersAtOnce }]),
    ];
    if (places.some(({ key, most }) => this.#countOf(key) >= most))
      throw new ProblemError("answers_too_many");
    for (const { key } of places) this.#taken.set(key, this.#countOf(key) + 1);
    ended.addEventListener("abort", () => this.#leave(places), { once: true });
  }

  #countOf(key: string): number {
    return this.#taken.get(key) ?? 0;
  }

  #leave(places: readonly { readonly key: string }[]): void {
    for (const { key } of places) {
      const left = this.#countOf(key) - 1;
      if (left > 0) this.#taken.set(key, left);
      else this.#taken.delete(key);
    }
  }
}
