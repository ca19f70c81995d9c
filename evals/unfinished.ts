import { createHash } from "node:crypto";
import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { type CaseResult, isErrored } from "./run.ts";

const fileName = "unfinished.jsonl";

export interface Unfinished {
  /** What an interrupted run of the same kind has already asked. */
  readonly done: ReadonlyMap<string, CaseResult>;
  keep(result: CaseResult): Promise<void>;
  /** Called when every case is done and none erred. */
  finish(): Promise<void>;
}

/**
 * A run's results as they come, so that one that was interrupted goes on where it stopped. `kind` is all that
 * decides the results: another commit, corpus or option starts anew. Errored runs are asked again.
 */
export async function openUnfinished(directory: string, kind: unknown): Promise<Unfinished> {
  const file = path.join(directory, fileName);
  const key = createHash("sha256").update(JSON.stringify(kind)).digest("hex");
  const done = await readDone(file, key);
  await mkdir(directory, { recursive: true });
  const lines = [{ key }, ...done.values()].map((line) => `${JSON.stringify(line)}\n`);
  await writeFile(file, lines.join(""));
  return {
    done,
    async keep(result) {
      if (!isErrored(result)) await appendFile(file, `${JSON.stringify(result)}\n`);
    },
    finish: () => rm(file),
  };
}

const headSchema = z.object({ key: z.string() });

async function readDone(file: string, key: string): Promise<Map<string, CaseResult>> {
  const [head = "", ...rows] = (await readFile(file, "utf8").catch(() => "")).split("\n");
  if (headSchema.safeParse(parse(head)).data?.key !== key) return new Map();
  // The last line may have been cut in the middle.
  const results = rows.map(parse).filter((row) => row !== undefined) as CaseResult[];
  return new Map(results.map((result) => [result.case.id, result]));
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
