import { expect, it, vi } from "vitest";
import { judgeSomeSeeds } from "./judge-some.ts";

/** A ranker that looks at how well a passage's document fits its name, and at nothing else. */
vi.mock(import("../../server/answer/rank/weights.ts"), async (importOriginal) => {
  return { ...(await importOriginal()), scoreFeatures: ({ document }) => document };
});

it("the gate refuses a ranker that is worse on purpose", { timeout: 180_000 }, async () => {
  const refusals = await judgeSomeSeeds();
  const refused = (metric: string) => expect.stringContaining(`Search: ${metric} is worse by`);
  expect(refusals).toEqual(
    expect.arrayContaining([refused("recall@1"), refused("recall@5"), refused("MRR@10")]),
  );
});
