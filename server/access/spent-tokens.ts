import type { Storage } from "../conversations/storage.ts";

/**
 * Tokens spent on a day, by key. They stand in the file of conversations, which servers share and which outlives
 * them; what cannot be written there is counted in memory.
 */
export class SpentTokens {
  readonly #storage: Storage;
  #unwritten = new Map<string, number>();
  #day = "";

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  of(day: string, key: string): number {
    this.#turnTo(day);
    return this.#written(day, key) + (this.#unwritten.get(key) ?? 0);
  }

  add(day: string, keys: readonly string[], tokens: number): void {
    this.#turnTo(day);
    try {
      this.#storage.use((database) => {
        const add = database.prepare(
          "INSERT INTO spent_tokens VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET tokens = tokens + excluded.tokens",
        );
        database.transaction(() => {
          database.prepare("DELETE FROM spent_tokens WHERE day < ?").run(day);
          for (const key of keys) add.run(day, key, tokens);
        })();
      });
    } catch {
      // Logged and counted by the storage.
      for (const key of keys) this.#unwritten.set(key, (this.#unwritten.get(key) ?? 0) + tokens);
    }
  }

  #written(day: string, key: string): number {
    try {
      const row = this.#storage.use((database) =>
        database.prepare("SELECT tokens FROM spent_tokens WHERE day = ? AND key = ?").get(day, key),
      );
      return (row as { readonly tokens: number } | undefined)?.tokens ?? 0;
    } catch {
      return 0;
    }
  }

  #turnTo(day: string): void {
    if (day === this.#day) return;
    this.#day = day;
    this.#unwritten = new Map();
  }
}
