import { beforeAll, describe, expect, it } from "vitest";
import type { Catch } from "../../evals/selftest/catches.ts";
import { faults } from "../../evals/selftest/faults.ts";
import { leastCaught, runSelfTest } from "../../evals/selftest.ts";

describe("the self-test of the evals", () => {
  let catches: ReadonlyMap<string, Catch>;
  beforeAll(async () => {
    catches = new Map((await runSelfTest()).map((one) => [one.fault, one]));
  }, 60_000);

  it.each(faults.map(({ name }) => name))("sees the planted fault: %s", (name) => {
    // Few contradictions are between documents of one language, which right answers quote word for word.
    expect(catches.get(name)?.planted).toBeGreaterThanOrEqual(name === "contradiction unsaid" ? 4 : 20);
    expect(catches.get(name)?.caught).toBeGreaterThanOrEqual(leastCaught);
  });

  it.each([
    ["wrong line", "quote verbatim"],
    ["digit changed", "sentences supported"],
    ["name swapped", "entity consistency"],
    ["contradiction unsaid", "conflict flagged"],
    ["contradiction invented", "false conflict"],
    ["passage copied whole", "cited lines"],
    ["always refused", "false refusal"],
    ["never refused", "refusal recall"],
    ["empty", "key facts"],
    ["other language", "language match"],
  ])("sees %s by %s", (name, metric) => {
    expect(catches.get(name)?.by.map((one) => one.metric)).toContain(metric);
  });
});
