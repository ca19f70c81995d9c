import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOptions } from "../read-options.ts";
import { createGenerator, writeGeneratedDocument, writeGeneratedDocuments } from "./generate-documents.ts";
import type { Measured } from "./ingest-step.ts";
import { areRivalsInstalled, howToInstall, rivals } from "./rivals/rivals.ts";

/**
 * How long an ingest takes and how much memory it needs, by corpus size, beside LangChain's recursive splitter with
 * its stores and with MiniSearch: the same documents and embedder, each step in a process of its own, in one run.
 */
const usage = `npx tsx evals/bench/ingest.ts [--documents N,N]
  Measures ingests of generated documents, in so many sizes (1000,10000), beside LangChain's and MiniSearch's.`;
const values = readOptions(usage, { documents: { type: "string", default: "1000,10000" } });

const hasRivals = await areRivalsInstalled();
if (!hasRivals) console.log(howToInstall);
for (const count of values.documents.split(",").map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), "bench-ingest-"));
  writeGeneratedDocuments(join(folder, "corpus"), count);
  const first = step("first", folder);
  const again = step("again", folder);
  changeDocuments(join(folder, "corpus"), Math.max(1, Math.round(count / 100)));
  const rows = [
    ["first", first],
    ["nothing changed", again],
    ["1 % changed", step("again", folder)],
    ...(hasRivals ? Object.keys(rivals).map((name) => [name, step(name, folder)] as const) : []),
  ] as const;
  const passages = first?.passages ?? "?";
  console.log(`\n${count} documents, ${passages} passages, ${sizeInMb(join(folder, "data"))} MB on disk`);
  console.log(
    `  ${"".padEnd(22)}${["seconds", "documents/s", "processor", "peak MB", "with start"].map((name) => name.padStart(12)).join("")}   of first: seconds, processor`,
  );
  for (const [name, measured] of rows) {
    if (measured) console.log(`  ${name.padEnd(22)}${describe(measured, first, count)}`);
  }
  rmSync(folder, { recursive: true, force: true });
}

function changeDocuments(corpus: string, count: number): void {
  const generator = createGenerator(99);
  for (let number = 0; number < count; number++) writeGeneratedDocument(corpus, generator, number);
}

function describe({ ms, processorMs, peakMb, wholeMs }: Step, first: Step | null, documents: number): string {
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
  const perSecond = (documents / (ms / 1000)).toFixed();
  const columns = [seconds(ms), perSecond, seconds(processorMs), peakMb.toFixed(), seconds(wholeMs)];
  const share = (part: number, all = 0) => `${((100 * part) / all).toFixed(1)} %`;
  const shares = `${share(ms, first?.ms)}, ${share(processorMs, first?.processorMs)}`;
  return `${columns.map((text) => text.padStart(12)).join("")}   ${shares}`;
}

function sizeInMb(folder: string): number {
  const bytes = new Map<number, number>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { ino, size } = statSync(join(entry.parentPath, entry.name));
    bytes.set(ino, size);
  }
  return Math.round([...bytes.values()].reduce((sum, size) => sum + size, 0) / 1024 / 1024);
}

/** `wholeMs` also counts starting the process and loading the program. */
type Step = Measured & { readonly wholeMs: number };

function step(name: string, folder: string): Step | null {
  const start = performance.now();
  const script = new URL("./ingest-step.ts", import.meta.url).pathname;
  const child = spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), script, name, folder], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const wholeMs = performance.now() - start;
  const line = child.stdout.trim().split("\n").at(-1) ?? "";
  if (!line.startsWith("{")) {
    console.log(`  ${name}: ${line || `ended with ${child.status}`}`);
    return null;
  }
  return { ...(JSON.parse(line) as Measured), wholeMs };
}
