import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadDictionary } from "../../../language/dictionary.ts";
import { featuresVersion } from "../units.ts";
import { encodeWeights } from "../weights-file.ts";
import { readCedictTerms, readThesaurusTerms } from "./terms.ts";
import { train } from "./train.ts";
import { readArticles } from "./training-text.ts";

const usage = `npm run train-embedder -- --data FOLDER [options]
  --data FOLDER   where statutes.zh-en.jsonl.gz and titles.zh-en.jsonl.gz are
  --seed N        another seed gives another model (1)
  --steps N       steps of 256 samples each (10000; about seven a second and thread)
  --rows N        most features with a vector of their own (174000)
  --workers N     threads; the weights are the same with any number (2)
  --out FILE      where the weights are written (the built-in embedder's own file)`;

const reportEvery = 250;

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    seed: { type: "string", default: "1" },
    steps: { type: "string", default: "10000" },
    rows: { type: "string", default: "174000" },
    workers: { type: "string", default: "2" },
    out: { type: "string", default: fileURLToPath(new URL("../weights.bin", import.meta.url)) },
    help: { type: "boolean", default: false },
  },
});

if (options.help || options.data === undefined) {
  console.error(usage);
  process.exit(options.help ? 0 : 1);
}
const steps = readWhole("steps");
const started = performance.now();
const { weights } = train({
  articles: readArticles(options.data),
  terms: [...readThesaurusTerms(), ...readCedictTerms()],
  translate: loadDictionary().translateToChinese,
  rowLimit: readWhole("rows"),
  workers: readWhole("workers"),
  settings: {
    seed: readWhole("seed"),
    steps,
    batchSize: 256,
    dimension: 256,
    learningRate: 0.02,
    temperature: 0.05,
  },
  onStep: (step, losses) => {
    if ((step + 1) % reportEvery === 0 || step === steps - 1) report(step + 1, losses);
  },
});
const bytes = encodeWeights(weights, featuresVersion);
writeFileSync(options.out, bytes);
console.log(`${options.out}: ${weights.keys.length} rows, ${(bytes.length / 1e6).toFixed(1)} MB`);

function readWhole(name: "seed" | "steps" | "rows" | "workers"): number {
  const value = Number(options[name]);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`--${name} is "${options[name]}", not a whole number above 0.\n\n${usage}`);
  process.exit(1);
}

function report(done: number, losses: Float32Array): void {
  const recent = losses.subarray(Math.max(0, done - reportEvery), done);
  const loss = recent.reduce((sum, value) => sum + value, 0) / recent.length;
  const minutes = (performance.now() - started) / 60_000;
  console.log(`step ${done} of ${steps}, loss ${loss.toFixed(3)}, ${minutes.toFixed(1)} minutes`);
}
