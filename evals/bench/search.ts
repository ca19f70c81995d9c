import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readOptions } from "../read-options.ts";
import type { Latency } from "./latency.ts";
import type { SearchMeasures } from "./search-step.ts";

/**
 * How long a search takes in process, without HTTP, by corpus size, beside the bare libraries on the same passages
 * in the same run. With --keep the generated documents and their indexes stay in a folder and are used again.
 */
const usage = `npx tsx evals/bench/search.ts [options]
  Measures searches of generated documents beside bare libraries.
  --passages N,N    sizes of the index (400,10000,100000)
  --questions N     questions asked of each (400)
  --keep DIR        keep the documents and indexes there, and use them again`;
const values = readOptions(usage, {
  passages: { type: "string", default: "400,10000,100000" },
  questions: { type: "string", default: "400" },
  keep: { type: "string" },
});
/** What a generated document is cut into, on average. */
const passagesPerDocument = 3.5;

for (const passages of values.passages.split(",").map(Number)) {
  const documents = Math.ceil(passages / passagesPerDocument);
  const folder = values.keep
    ? join(values.keep, String(passages))
    : mkdtempSync(join(tmpdir(), "bench-search-"));
  mkdirSync(folder, { recursive: true });
  const measured = step(folder, documents) ?? step(folder, documents);
  if (measured) print(measured);
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}

/** The first step of a folder builds the index, every further one measures: each in a process of its own. */
function step(folder: string, documents: number): SearchMeasures | null {
  const script = fileURLToPath(new URL("./search-step.ts", import.meta.url));
  const loader = ["--expose-gc", "--max-old-space-size=8192", "--import", import.meta.resolve("tsx")];
  const child = spawnSync(
    process.execPath,
    [...loader, script, folder, String(documents), values.questions],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (child.status !== 0) throw new Error(`The bench's step in ${folder} ended with ${child.status}.`);
  const line = child.stdout.trim();
  return line === "" ? null : (JSON.parse(line) as SearchMeasures);
}

function print({ passages, loadInMs, indexInMb, processInMb, whole, parts, rivals }: SearchMeasures): void {
  console.log(
    `\n${passages} passages; loaded in ${Math.round(loadInMs)} ms, ${Math.round(indexInMb)} MB; process ${Math.round(processInMb)} MB`,
  );
  console.log(
    `  ${"".padEnd(34)}${["p50 ms", "p95 ms", "CPU p95"].map((name) => name.padStart(10)).join("")}   p95 and CPU p95 to the search's`,
  );
  row("search", whole);
  for (const [name, latency] of Object.entries(parts)) row(`  ${name}`, latency);
  for (const [name, latency] of Object.entries(rivals)) row(name, latency, whole);
  row("hnswlib + FTS5", sumOf(rivals, "bare hnswlib", "bare FTS5"), whole);
  row("hnswlib + pass over our postings", sumOf(rivals, "bare hnswlib", "bare pass"), whole);
}

function row(name: string, latency: Latency, ours?: Latency): void {
  const times = [latency.p50, latency.p95, latency.cpuP95].map((ms) => ms.toFixed(3).padStart(10)).join("");
  const ratios = ours
    ? `   ${(latency.p95 / ours.p95).toFixed(2)} ${(latency.cpuP95 / ours.cpuP95).toFixed(2)}`
    : "";
  console.log(`  ${name.padEnd(34)}${times}${ratios}`);
}

function sumOf(rivals: Readonly<Record<string, Latency>>, ...names: readonly string[]): Latency {
  const sum = (value: keyof Latency) => names.reduce((all, name) => all + (rivals[name]?.[value] ?? 0), 0);
  return { p50: sum("p50"), p95: sum("p95"), cpuP95: sum("cpuP95") };
}
