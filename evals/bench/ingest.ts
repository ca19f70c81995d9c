import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeGeneratedDocuments } from "./generate-documents.ts";
import type { Measured } from "./ingest-step.ts";

/**
 * How long an ingest takes and how much memory it needs, by corpus size, beside LangChain's recursive splitter with
 * its HNSWLib store: the same documents, the same embedder, each step in a process of its own, in one run.
 */
const { values } = parseArgs({ options: { documents: { type: "string", default: "1000,10000" } } });

for (const count of values.documents.split(",").map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), "bench-ingest-"));
  writeGeneratedDocuments(join(folder, "corpus"), count);
  const first = step("first", folder);
  const rows = [
    ["first", first],
    ["nothing changed", step("again", folder)],
    ["1 % changed", step("change", folder, Math.max(1, Math.round(count / 100)))],
    ["LangChain", step("langchain", folder)],
  ] as const;
  console.log(`\n${count} documents, ${first?.passages ?? "?"} passages`);
  for (const [name, measured] of rows) {
    if (!measured) continue;
    const share = first ? `${((100 * measured.ms) / first.ms).toFixed(1)} % of first` : "";
    console.log(
      `  ${name.padEnd(16)} ${(measured.ms / 1000).toFixed(2).padStart(8)} s  ${String(Math.round(measured.peakMb)).padStart(6)} MB peak  ${share}`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
}

function step(name: string, folder: string, changed = 0): Measured | null {
  const script = new URL("./ingest-step.ts", import.meta.url).pathname;
  const child = spawnSync(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), script, name, folder, String(changed)],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const line = child.stdout.trim().split("\n").at(-1) ?? "";
  if (!line.startsWith("{")) {
    console.log(`  ${name}: ${line || `ended with ${child.status}`}`);
    return null;
  }
  return JSON.parse(line) as Measured;
}
