import { openDictionary } from "../ingest/language/open-dictionary.ts";
import { readBaseline, toBaseline, writeBaseline } from "./gate/baseline.ts";
import { type GateVerdict, judgeRun } from "./gate/judge-run.ts";
import { baselineFile, gatedSets, runSet } from "./gate/run-set.ts";
import { readOptions } from "./read-options.ts";

/**
 * Refuses a change that makes the answers to our own questions worse. `--renew` takes the present answers as the
 * new baseline: for a change that is worth what it costs, with the reason in the commit that brings it.
 */
const usage = `npm run gate [-- --renew]
  Compares the answers to our own questions with the committed baseline; exits with 1 where one is refused.
  --renew   take the present answers as the new baseline`;
const values = readOptions(usage, { renew: { type: "boolean", default: false } });
const dictionary = openDictionary(undefined);
for (const set of gatedSets) {
  const scored = await runSet(set, { dictionary });
  const file = baselineFile(set.name);
  if (values.renew) {
    await writeBaseline(file, toBaseline(set.name, scored));
    console.log(`${set.name}: the baseline is renewed; look at what moved with git diff`);
  }
  const verdict = judgeRun(set.name, await readBaseline(file), scored);
  console.log(printVerdict(set.name, verdict));
  if (verdict.refusals.length > 0) process.exitCode = 1;
}

function printVerdict(name: string, { changes, refusals }: GateVerdict): string {
  const moved = changes.filter(({ gain }) => Math.abs(gain) >= 0.0005);
  const rows = moved.map(
    ({ section, metric, before, now, p }) =>
      `  ${section}: ${metric} ${before.toFixed(3)} to ${now.toFixed(3)} (p of a fall ${p.toFixed(3)})`,
  );
  const head = refusals.length === 0 ? `${name}: passes` : `${name}: REFUSED`;
  return [
    head,
    ...refusals.map((refusal) => `  ${refusal}`),
    `  ${moved.length} metrics moved`,
    ...rows,
  ].join("\n");
}
