import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { RecordedReplies } from "./judge.ts";

const rowSchema = z.tuple([z.string(), z.string()]);

/**
 * Replies kept in a file, a line of hash and reply each, so that a judged run is replayed without a key. Each is
 * written as it comes, so that an interrupted run goes on where it stopped; a last line that was cut is taken off.
 */
export function openRecordedReplies(file: string): RecordedReplies & { readonly size: number } {
  const whole = existsSync(file) ? readFileSync(file, "utf8") : "";
  const text = whole.slice(0, whole.lastIndexOf("\n") + 1);
  if (text !== whole) truncateSync(file, Buffer.byteLength(text));
  const rows = text.split("\n").filter(Boolean);
  const held = new Map(rows.map((row, index) => readRow(row, `${file}:${index + 1}`)));
  mkdirSync(path.dirname(file), { recursive: true });
  return {
    get size() {
      return held.size;
    },
    get: (key) => held.get(key),
    set(key, reply) {
      held.set(key, reply);
      appendFileSync(file, `${JSON.stringify([key, reply])}\n`);
    },
  };
}

function readRow(row: string, place: string): readonly [string, string] {
  try {
    return rowSchema.parse(JSON.parse(row));
  } catch (cause) {
    throw new Error(`${place} is no recorded reply; remove the line, and it is asked for again`, { cause });
  }
}
