import { beforeAll, describe, expect, it } from "vitest";
import type { Catch } from "../../evals/selftest/catches.ts";
import { faults } from "../../evals/selftest/faults.ts";
import { leastCaught, runSelfTest } from "../../evals/selftest.ts";

describe("the self-test of the evals", () => {
  let catches: ReadonlyMap<string, Catch>;
  beforeAll(async () => {
    catches = new Map((await runSelfTest()).map((one) => [one.fault, one]));
  }, 60_000);

  // A Chinese name put in another's place is seen in half of the answers only: nothing knows it for a name.
  const seenInPart = "name swapped";

  it.each(faults.map(({ name }) => name).filter((name) => name !== seenInPart))(
    "sees the planted fault: %s",
    (name) => {
      expect(catches.get(name)?.planted).toBeGreaterThanOrEqual(20);
      expect(catches.get(name)?.caught).toBeGreaterThanOrEqual(leastCaught);
    },
  );

  it("sees some of the names put in another's place", () => {
    expect(catches.get(seenInPart)?.caught).toBeGreaterThan(0.3);
  });

  it.each([
    ["wrong line", "quote verbatim"],
    ["digit changed", "sentences supported"],
    ["passage copied whole", "cited lines"],
    ["always refused", "false refusal"],
    ["never refused", "refusal recall"],
    ["empty", "key facts"],
    ["other language", "language match"],
  ])("sees %s by %s", (name, metric) => {
    expect(catches.get(name)?.by.map((one) => one.metric)).toContain(metric);
  });
});
