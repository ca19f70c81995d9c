import path from "node:path";
import { openDictionary } from "../ingest/language/open-dictionary.ts";
import { leastSupport, supportOf } from "../server/answer/verify/verify-sentence.ts";
import { type Claim, type ClaimKind, type ClaimSet, claimKinds, readClaims } from "./datasets/claims.ts";
import { areaUnderCurve } from "./metrics/area-under-curve.ts";
import { readOptions } from "./read-options.ts";

/**
 * Measures the check of sentences on claims made from public questions and their answers: how many true claims
 * keep their support, how many false ones pass, and how well the support separates the two.
 */
const usage = `npx tsx evals/verify-claims.ts --bench-dir DIR [--every N]
  Measures the check of sentences on claims made from the public sets in DIR (BENCH_DIR), on every Nth of them (1).`;
const values = readOptions(usage, {
  "bench-dir": { type: "string" },
  every: { type: "string", default: "1" },
});
const directory = values["bench-dir"] ?? process.env.BENCH_DIR;
if (!directory) {
  console.error(usage);
  process.exit(1);
}

const dictionary = openDictionary(undefined);
const sets: readonly ClaimSet[] = [
  { name: "drcd", claims: "drcd.dev.json", evidence: "drcd.dev.json" },
  { name: "xquad zh", claims: "xquad.zh.dev.json", evidence: "xquad.zh.dev.json" },
  { name: "xquad en", claims: "xquad.en.dev.json", evidence: "xquad.en.dev.json" },
  { name: "xquad en claim, zh lines", claims: "xquad.en.dev.json", evidence: "xquad.zh.dev.json" },
  { name: "xquad zh claim, en lines", claims: "xquad.zh.dev.json", evidence: "xquad.en.dev.json" },
];

console.log(["set".padEnd(26), ...claimKinds.map((kind) => kind.padStart(16))].join(""));
for (const set of sets) {
  const claims = await readClaims(path.resolve(directory), set);
  const chosen = claims.filter((_, index) => index % Number(values.every) === 0);
  const measured = chosen.map((claim) => ({ kind: claim.kind, support: measure(claim) }));
  const of = (wanted: ClaimKind) =>
    measured.filter(({ kind }) => kind === wanted).map(({ support }) => support);
  const cells = claimKinds.map((kind) => {
    const passed = of(kind).filter((support) => support >= leastSupport).length / of(kind).length;
    const curve = kind === "true" ? "    " : areaUnderCurve(of("true"), of(kind)).toFixed(3).slice(1);
    return `${passed.toFixed(3)} ${curve}`.padStart(16);
  });
  console.log([`${set.name} (${of("true").length})`.padEnd(26), ...cells].join(""));
}
console.log(
  "Share of each kind that is supported, and beside it the area under the curve of true claims against it.",
);

function measure({ sentence, cited, question }: Claim): number {
  return supportOf({ sentence, cited, question, dictionary });
}
