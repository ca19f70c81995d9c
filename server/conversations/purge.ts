import type { Storage } from "./storage.ts";

const minuteInMs = 60_000;
const dayInMs = 24 * 60 * minuteInMs;

/** How long a deletion can be taken back. */
const restorableInMs = 10 * minuteInMs;

/** Purges now and every minute: what was deleted, and after so many days what nobody has gone on with; 0 keeps that. */
export function purgeRegularly(storage: Storage, days: number): void {
  const run = () => purge(storage, { now: Date.now(), days });
  run();
  setInterval(run, minuteInMs).unref();
}

interface PurgeOptions {
  readonly now: number;
  readonly days: number;
}

/** Turns and ratings go with their conversation; the file overwrites what it deletes. */
export function purge(storage: Storage, { now, days }: PurgeOptions): void {
  const unusedSince = days === 0 ? 0 : now - days * dayInMs;
  try {
    storage.use((database) =>
      database
        .prepare("DELETE FROM conversations WHERE deleted_at < ? OR updated_at < ?")
        .run(now - restorableInMs, unusedSince),
    );
  } catch {
    // Logged and counted by the storage; there is another time in a minute.
  }
}
