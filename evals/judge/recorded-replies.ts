import { existsSync, readFileSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { z } from "zod";
import type { RecordedReplies } from "./judge.ts";

const rowSchema = z.tuple([z.string(), z.string()]);

/** Replies kept in a file, a line of hash and reply each, so that a judged run is replayed without a key. */
export function openRecordedReplies(file: string): RecordedReplies & { save(): Promise<void> } {
  const rows = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  const held = new Map(rows.map((row) => rowSchema.parse(JSON.parse(row))));
  const added: string[] = [];
  return {
    get: (key) => held.get(key),
    set(key, reply) {
      held.set(key, reply);
      added.push(`${JSON.stringify([key, reply])}\n`);
    },
    save: async () => void (await appendFile(file, added.splice(0).join(""))),
  };
}
