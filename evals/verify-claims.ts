import path from "node:path";
import { openDictionary } from "../ingest/language/open-dictionary.ts";
import { leastSupport, supportOf } from "../server/answer/verify/verify-sentence.ts";
import {
  type Claim,
  type ClaimKind,
  type ClaimSet,
  claimKinds,
  type Half,
  readClaims,
} from "./datasets/claims.ts";
import { areaUnderCurve } from "./metrics/area-under-curve.ts";
import { readOptions } from "./read-options.ts";

/**
 * Measures the check of sentences on claims made from public questions and their answers: how many true claims
 * keep their support, how many false ones pass, and how well the support separates the two.
 */
const usage = `npx tsx evals/verify-claims.ts --bench-dir DIR [--every N] [--half fit|test]
  Measures the check of sentences on claims made from the public sets in DIR (BENCH_DIR), on every Nth of them (1);
  with --half, on every second article, for choosing by the one half and testing on the other.`;
const values = readOptions(usage, {
  "bench-dir": { type: "string" },
  every: { type: "string", default: "1" },
  half: { type: "string" },
});
const directory = values["bench-dir"] ?? process.env.BENCH_DIR;
const half = values.half ?? null;
if (!directory || !isHalf(half)) {
  console.error(usage);
  process.exit(1);
}

const dictionary = openDictionary(undefined);
const files = { drcd: "drcd.dev.json", zh: "xquad.zh.dev.json", en: "xquad.en.dev.json" };
const sets: readonly ClaimSet[] = [
  { name: "drcd", claims: files.drcd, evidence: files.drcd, form: "question" },
  { name: "xquad zh", claims: files.zh, evidence: files.zh, form: "question" },
  { name: "xquad en", claims: files.en, evidence: files.en, form: "question" },
  { name: "en on zh, question", claims: files.en, evidence: files.zh, form: "question" },
  { name: "zh on en, question", claims: files.zh, evidence: files.en, form: "question" },
  { name: "en on zh, sentence", claims: files.en, evidence: files.zh, form: "sentence" },
  { name: "zh on en, sentence", claims: files.zh, evidence: files.en, form: "sentence" },
];

console.log(["set".padEnd(26), ...claimKinds.map((kind) => kind.padStart(14))].join(""));
for (const set of sets) {
  const claims = await readClaims(path.resolve(directory), set, half);
  const chosen = claims.filter((_, index) => index % Number(values.every) === 0);
  const measured = chosen.map((claim) => ({ kind: claim.kind, support: measure(claim) }));
  const of = (wanted: ClaimKind) =>
    measured.filter(({ kind }) => kind === wanted).map(({ support }) => support);
  const cells = claimKinds.map((kind) => {
    if (of(kind).length === 0) return "-".padStart(14);
    const passed = of(kind).filter((support) => support >= leastSupport).length / of(kind).length;
    const curve = kind === "true" ? "    " : areaUnderCurve(of("true"), of(kind)).toFixed(3).slice(1);
    return `${passed.toFixed(3)} ${curve}`.padStart(14);
  });
  console.log([`${set.name} (${of("true").length})`.padEnd(26), ...cells].join(""));
}
console.log(
  "Share of each kind that is supported, and beside it the area under the curve of true claims against it.",
);

function measure({ sentence, cited, question }: Claim): number {
  return supportOf({ sentence, cited, question, dictionary });
}

function isHalf(text: string | null): text is Half | null {
  return text === null || text === "fit" || text === "test";
}
