import { createHash } from "node:crypto";
import type { Allowance } from "../answer/model/allowance.ts";
import type { Storage } from "../conversations/storage.ts";
import { ProblemError } from "../http/problem.ts";
import type { BudgetSettings } from "./budget-settings.ts";
import { type Caller, readersAtAnAddress } from "./caller.ts";
import { SpentTokens } from "./spent-tokens.ts";

/**
 * Set aside for an answer until it has ended, so that many asked at once cannot spend more together than is left:
 * a long follow-up's rewording, prompt and reply.
 */
const setAside = 10_000;

interface Account {
  readonly key: string;
  readonly limit: number;
}

/** The tokens that a language model may be used for in a day of the server's own clock, by reader and in all. */
export class TokenBudget {
  readonly #settings: BudgetSettings;
  readonly #now: () => Date;
  readonly #spent: SpentTokens;
  readonly #setAside = new Map<string, number>();

  constructor(settings: BudgetSettings, storage: Storage, now: () => Date = () => new Date()) {
    this.#settings = settings;
    this.#now = now;
    this.#spent = new SpentTokens(storage);
  }

  /** Lets an answer begin that lasts until `ended` aborts; `tokens_spent` where its reader has none left today. */
  open(caller: Caller, ended: AbortSignal): Allowance {
    const { ofAll } = this.#settings;
    const own = this.#accountsOf(caller);
    if (own.some((account) => this.#isSpent(account))) throw this.#refusal();
    const all = { key: "all", limit: ofAll };
    const isLeft = ofAll === 0 || !this.#isSpent(all);
    const accounts = (ofAll === 0 ? own : [...own, all]).map(({ key }) => key);
    if (isLeft) this.#keepFor(accounts, ended);
    return {
      isLeft,
      spend: ({ promptTokens, completionTokens }) => {
        if (accounts.length > 0) this.#spent.add(this.#today(), accounts, promptTokens + completionTokens);
      },
    };
  }

  /** Addresses are not kept in clear. */
  #accountsOf({ reader, network }: Caller): Account[] {
    const { ofReader } = this.#settings;
    if (ofReader === 0) return [];
    const address = createHash("sha256").update(network).digest("base64url");
    return [
      { key: `network ${address}`, limit: ofReader * readersAtAnAddress },
      ...(reader === null ? [] : [{ key: `reader ${reader}`, limit: ofReader }]),
    ];
  }

  #isSpent({ key, limit }: Account): boolean {
    return this.#spent.of(this.#today(), key) + (this.#setAside.get(key) ?? 0) >= limit;
  }

  #keepFor(keys: readonly string[], ended: AbortSignal): void {
    const add = (tokens: number) => {
      for (const key of keys) {
        const kept = (this.#setAside.get(key) ?? 0) + tokens;
        if (kept > 0) this.#setAside.set(key, kept);
        else this.#setAside.delete(key);
      }
    };
    add(setAside);
    ended.addEventListener("abort", () => add(-setAside), { once: true });
  }

  #today(): string {
    const now = this.#now();
    const month = String(now.getMonth() + 1).padStart(2, "0");
    return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, "0")}`;
  }

  #refusal(): ProblemError {
    const now = this.#now();
    const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    const inSeconds = Math.ceil((tomorrow.getTime() - now.getTime()) / 1000);
    return new ProblemError("tokens_spent", `from ${tomorrow.toISOString()} on`, inSeconds);
  }
}
