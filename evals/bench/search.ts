import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readOptions } from "../read-options.ts";
import type { Latency } from "./latency.ts";
import { areRivalsInstalled, howToInstall, mostPassages, rivals } from "./rivals/rivals.ts";
import type { OwnMeasures, SearchMeasures } from "./search-step.ts";

/**
 * How long a search takes in process, without HTTP, by corpus size, how long its index takes to load and how much
 * memory the process holds, beside the bare libraries and beside what a user would otherwise pick, on the same passages with
 * the same embedder in the same run. With --keep documents and indexes stay in a folder and are used again.
 */
const usage = `npx tsx evals/bench/search.ts [options]
  Measures searches of generated documents beside bare libraries, LangChain's stores and MiniSearch.
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

const hasRivals = await areRivalsInstalled();
if (!hasRivals) console.log(howToInstall);
for (const passages of values.passages.split(",").map(Number)) {
  const documents = Math.ceil(passages / passagesPerDocument);
  const folder = values.keep
    ? join(values.keep, String(passages))
    : mkdtempSync(join(tmpdir(), "bench-search-"));
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "data"))) run(folder, documents, "build");
  const ours = run<OwnMeasures>(folder, documents, "search");
  print(ours);
  for (const name of hasRivals ? Object.keys(rivals) : []) {
    if (passages > (mostPassages[name] ?? passages)) {
      console.log(`  ${name.padEnd(34)}left out above ${mostPassages[name]} passages`);
      continue;
    }
    if (!existsSync(join(folder, name))) run(folder, documents, "build", name);
    printRow(name, run<SearchMeasures>(folder, documents, "search", name), ours);
  }
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}

/** Each step in a process of its own. */
function run<Measured = void>(folder: string, documents: number, ...step: readonly string[]): Measured {
  const script = fileURLToPath(new URL("./search-step.ts", import.meta.url));
  const loader = ["--expose-gc", "--max-old-space-size=8192", "--import", import.meta.resolve("tsx")];
  const child = spawnSync(
    process.execPath,
    [...loader, script, folder, String(documents), values.questions, ...step],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (child.status !== 0) throw new Error(`The bench's step ${step.join(" ")} ended with ${child.status}.`);
  const line = child.stdout.trim();
  return (line === "" ? undefined : JSON.parse(line)) as Measured;
}

function print(ours: OwnMeasures): void {
  const { passages, parts, bare, whole } = ours;
  console.log(`\n${passages} passages`);
  const columns = ["p50 ms", "p95 ms", "CPU p95", "load ms", "MB"].map((name) => name.padStart(10)).join("");
  console.log(`  ${"".padEnd(34)}${columns}   to the search's: p95, CPU p95, load, MB`);
  printRow("search", ours);
  for (const [name, latency] of Object.entries(parts)) printTimes(`  ${name}`, latency);
  for (const [name, latency] of Object.entries(bare)) printTimes(name, latency, whole);
  printTimes("hnswlib + FTS5", sumOf(bare, "bare hnswlib", "bare FTS5"), whole);
  printTimes("hnswlib + pass over our postings", sumOf(bare, "bare hnswlib", "bare pass"), whole);
}

function printRow(name: string, { whole, loadInMs, processInMb }: SearchMeasures, ours?: OwnMeasures): void {
  const more = [loadInMs, processInMb].map((value) => value.toFixed(0).padStart(10)).join("");
  const ratios = ours
    ? `   ${[ratiosOf(whole, ours.whole), divide(loadInMs, ours.loadInMs), divide(processInMb, ours.processInMb)].join(" ")}`
    : "";
  console.log(`  ${name.padEnd(34)}${timesOf(whole)}${more}${ratios}`);
}

function printTimes(name: string, latency: Latency, ours?: Latency): void {
  const ratios = ours ? `${" ".repeat(23)}${ratiosOf(latency, ours)}` : "";
  console.log(`  ${name.padEnd(34)}${timesOf(latency)}${ratios}`);
}

function timesOf({ p50, p95, cpuP95 }: Latency): string {
  return [p50, p95, cpuP95].map((ms) => ms.toFixed(3).padStart(10)).join("");
}

function ratiosOf(latency: Latency, ours: Latency): string {
  return `${divide(latency.p95, ours.p95)} ${divide(latency.cpuP95, ours.cpuP95)}`;
}

function divide(theirs: number, ours: number): string {
  return (theirs / ours).toFixed(2);
}

function sumOf(bare: Readonly<Record<string, Latency>>, ...names: readonly string[]): Latency {
  const sum = (value: keyof Latency) => names.reduce((all, name) => all + (bare[name]?.[value] ?? 0), 0);
  return { p50: sum("p50"), p95: sum("p95"), cpuP95: sum("cpuP95") };
}
