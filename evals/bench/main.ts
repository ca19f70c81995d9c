import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { readCommit } from "../commit.ts";
import { readOptions } from "../read-options.ts";
import { areRivalsInstalled } from "./rivals/rivals.ts";

/** The whole table, one program after the other, so that they do not slow each other down. */
const usage = `npm run bench [-- --quick]
  Measures what is found, ingests, searches, memory, load times and a model's streamed answers, beside what one would
  otherwise use, and prints the ratios: about a quarter of an hour on a quiet machine. The rivals' packages are
  installed into evals/bench/rivals.
  --quick   smaller corpora and fewer streams: a few minutes`;
const { quick } = readOptions(usage, { quick: { type: "boolean", default: false } });

const programs: readonly (readonly string[])[] = quick
  ? [
      ["found.ts"],
      ["ingest.ts", "--documents", "1000"],
      ["search.ts", "--passages", "400,4000", "--questions", "200"],
      ["answer.ts", "--streams", "50", "--tokens", "200"],
    ]
  : [["found.ts"], ["ingest.ts"], ["search.ts", "--passages", "400,10000,50000"], ["answer.ts"]];

const start = performance.now();
console.log(
  `commit ${readCommit() ?? "unknown"}, ${new Date().toISOString()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.versions.node}`,
);
// A package that the rivals bring and the benches do not load asks for a newer Node.
const install = ["ci", "--no-audit", "--no-fund", "--no-engine-strict", "--prefix", pathOf("rivals")];
if (!(await areRivalsInstalled())) run("npm", ...install);
for (const [program = "", ...options] of programs) {
  console.log(`\n${[program, ...options].join(" ")}`);
  const status = run(process.execPath, "--import", import.meta.resolve("tsx"), pathOf(program), ...options);
  if (status !== 0) process.exitCode = 1;
}
console.log(`\n${((performance.now() - start) / 60_000).toFixed(1)} minutes`);

function run(command: string, ...args: readonly string[]): number | null {
  return spawnSync(command, args, { stdio: "inherit" }).status;
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`./${name}`, import.meta.url));
}
