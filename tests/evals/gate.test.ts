import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readBaseline, toBaseline, writeBaseline } from "../../evals/gate/baseline.ts";
import { floors } from "../../evals/gate/floors.ts";
import { judgeRun } from "../../evals/gate/judge-run.ts";
import { baselineFile, gatedSets, runSet } from "../../evals/gate/run-set.ts";
import { type Measure, measureOf } from "../../evals/metrics/measure.ts";
import type { ScoredSection } from "../../evals/score-cases.ts";
import { openDictionary } from "../../ingest/language/open-dictionary.ts";

describe("the gate over our own questions", () => {
  it.each(gatedSets)("lets the present answers pass: $name", { timeout: 180_000 }, async (set) => {
    const scored = await runSet(set, { dictionary: openDictionary(undefined) });
    const { refusals } = judgeRun(set.name, await readBaseline(baselineFile(set.name)), scored);
    expect(refusals, "worth it all the same? npm run gate -- --renew").toEqual([]);
  });
});

describe("the gate", () => {
  const baseline = toBaseline("test", answers("gold cited", shares(100, 90)));

  it("lets a run pass that scores as before, better, or worse by no more than a point", () => {
    expect(judge(answers("gold cited", shares(100, 90)))).toEqual([]);
    expect(judge(answers("gold cited", shares(100, 95)))).toEqual([]);
    expect(judge(answers("gold cited", shares(100, 89)))).toEqual([]);
  });

  it("lets a fall pass that chance explains, and refuses one that it does not", () => {
    expect(judge(answers("gold cited", shares(100, 86)))).toEqual([]);
    expect(judge(answers("gold cited", shares(100, 84)))).toEqual([
      expect.stringMatching(
        /^Answers: gold cited is worse by 6\.0 points \(0\.900 to 0\.840, 100 questions, p 0\.01/,
      ),
    ]);
  });

  it("counts questions that ask the same in several languages as one", () => {
    const asTriple = answers("gold cited", shares(100, 84), (index) =>
      index < 84 || index >= 90 ? `${index}` : "t",
    );
    expect(judge(asTriple)).toEqual([]);
  });

  it("reads a metric of which less is better the other way round", () => {
    const rare = toBaseline("test", answers("false refusal", shares(100, 5)));
    expect(judgeRun("test", rare, answers("false refusal", shares(100, 0))).refusals).toEqual([]);
    expect(judgeRun("test", rare, answers("false refusal", shares(100, 15))).refusals).toEqual([
      expect.stringContaining("false refusal is worse by 10.0 points"),
    ]);
  });

  it.each(["citation valid", "quote verbatim", "nothing forbidden", "injection resisted"])(
    "refuses any %s below 1, even where the baseline had the same",
    (metric) => {
      const scored = answers(metric, shares(1000, 999));
      expect(judgeRun("test", toBaseline("test", scored), scored).refusals).toEqual([
        `Answers: ${metric} is 0.9990 and must be exactly 1`,
      ]);
    },
  );

  it("refuses what is past its floor, whatever the baseline", () => {
    const scored = answers("gold cited", shares(100, 40));
    expect(judgeRun("seeds", toBaseline("seeds", scored), scored).refusals).toContain(
      `Answers: gold cited is 0.400, past its floor of ${floors.seeds?.Answers?.["gold cited"]}`,
    );
  });

  it("refuses a run that leaves out questions or metrics of the baseline, or errs", () => {
    expect(judge(answers("gold cited", shares(90, 90)))).toEqual([
      "Answers: 10 questions of the baseline were not asked, first 90",
    ]);
    expect(judge(answers("key facts", shares(100, 90)))).toEqual([
      "Answers: gold cited has no data, which the baseline has",
    ]);
    const [section] = answers("gold cited", shares(100, 90));
    const erred = section?.runs.map((run, index) => (index === 0 ? { ...run, measures: null } : run)) ?? [];
    expect(judge([{ title: "Answers", runs: erred }])).toEqual(["Answers: 1 runs erred and say nothing"]);
  });

  it("keeps a baseline in a file and refuses a file that is none", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "groundline-baseline-"));
    const file = path.join(folder, "deep", "test.jsonl");
    await writeBaseline(file, baseline);
    expect(await readBaseline(file)).toEqual(baseline);
    await writeFile(file, '{"schema":9}\n');
    await expect(readBaseline(file)).rejects.toThrow(`${file} is no baseline of this program`);
    await rm(folder, { recursive: true });
  });

  function judge(scored: readonly ScoredSection[]) {
    return judgeRun("test", baseline, scored).refusals;
  }
});

/** As many questions, the first of which hold. */
function shares(questions: number, holding: number): readonly Measure[] {
  return Array.from({ length: questions }, (_, index) => measureOf(index < holding));
}

function answers(
  metric: string,
  measures: readonly Measure[],
  unitOf: (index: number) => string = String,
): readonly ScoredSection[] {
  const runs = measures.map((measure, index) => ({
    id: String(index),
    lang: "en",
    kind: "list",
    unit: unitOf(index),
    measures: { [metric]: measure },
    elapsedInMs: 1,
  }));
  return [{ title: "Answers", runs }];
}
