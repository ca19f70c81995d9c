import type { Storage } from "./storage.ts";

const dayInMs = 24 * 60 * 60 * 1000;
const everyInMs = 60 * 60 * 1000;

/** Deletes conversations that nobody has gone on with for so many days, now and every hour; 0 keeps all. */
export function purgeRegularly(storage: Storage, days: number): void {
  if (days === 0) return;
  purge(storage, Date.now() - days * dayInMs);
  setInterval(() => purge(storage, Date.now() - days * dayInMs), everyInMs).unref();
}

/** Their turns and ratings go with them; the file overwrites what it deletes. */
export function purge(storage: Storage, untilInMs: number): void {
  try {
    storage.use((database) =>
      database.prepare("DELETE FROM conversations WHERE updated_at < ?").run(untilInMs),
    );
  } catch {
    // Logged and counted by the storage; there is another time in an hour.
  }
}
