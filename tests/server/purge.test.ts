import pino from "pino";
import { describe, expect, it } from "vitest";
import { purge } from "../../server/conversations/purge.ts";
import { Storage } from "../../server/conversations/storage.ts";
import { buildApp } from "./fake-parts.ts";
import { createReader } from "./reader.ts";

describe("purge", () => {
  it("deletes conversations not gone on with since a time, their turns with them, and leaves the others", async () => {
    const storage = new Storage({ path: ":memory:", log: pino({ level: "silent" }) });
    const reader = createReader(buildApp({ storage }).app);
    const { conversation } = await reader.ask("old");
    const kept = await reader.ask("new");
    const agedBy = (days: number, id: string) =>
      storage.use((database) =>
        database
          .prepare("UPDATE conversations SET updated_at = updated_at - ? WHERE id = ?")
          .run(days * 24 * 60 * 60 * 1000, id),
      );
    agedBy(31, conversation);
    agedBy(29, kept.conversation);
    purge(storage, { now: Date.now(), days: 30 });
    expect((await reader.request(`/api/conversations/${conversation}`)).status).toBe(404);
    expect((await reader.request(`/api/conversations/${kept.conversation}`)).status).toBe(200);
    const turns = storage.use((database) => database.prepare("SELECT question FROM turns").all());
    expect(turns).toEqual([{ question: "new" }]);
  });

  it("leaves nothing of a deleted conversation once it can no longer be restored", async () => {
    const storage = new Storage({ path: ":memory:", log: pino({ level: "silent" }) });
    const reader = createReader(buildApp({ storage }).app);
    const { conversation } = await reader.ask("How high?");
    await reader.request(`/api/conversations/${conversation}`, { method: "DELETE" });
    const turns = () => storage.use((database) => database.prepare("SELECT question FROM turns").all());
    const minuteInMs = 60_000;

    purge(storage, { now: Date.now() + 9 * minuteInMs, days: 0 });
    expect(turns()).toEqual([{ question: "How high?" }]);
    purge(storage, { now: Date.now() + 11 * minuteInMs, days: 0 });
    expect(turns()).toEqual([]);
    const path = `/api/conversations/${conversation}/restore`;
    expect((await reader.request(path, { method: "POST" })).status).toBe(404);
  });

  it("goes on where the storage cannot be used", () => {
    const storage = new Storage({ path: "package.json/x.sqlite", log: pino({ level: "silent" }) });
    expect(() => purge(storage, { now: 0, days: 0 })).not.toThrow();
    expect(storage.failures).toBe(1);
  });
});
