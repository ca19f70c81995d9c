import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRig, type Rig } from "./model-rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await buildRig();
});
afterAll(() => rig.close());

describe("an answer in a model's words", () => {
  it("carries our own numbers for the model's markers, exact lines, and a verdict for each sentence", async () => {
    const { answer, shown } = await rig.ask({
      pieces: [
        "The harbour fee rose to 3% in 2019 [1:",
        "3].",
        " The Harbour Board reviews it every year【1:4】.",
      ],
    });
    expect(shown).toBe("The harbour fee rose to 3% in 2019 [1]. The Harbour Board reviews it every year[2].");
    expect(answer).toMatchObject({
      status: "answered",
      mode: "model",
      model: "fake",
      text: shown,
      citations: [
        {
          marker: 1,
          document: "harbour.md",
          startLine: 3,
          endLine: 3,
          quote: "The harbour fee rose to 3% in 2019.",
        },
        { marker: 2, document: "harbour.md", startLine: 4, endLine: 4 },
      ],
      sentences: [
        { text: "The harbour fee rose to 3% in 2019.", citations: [1], verdict: "supported" },
        { citations: [2], verdict: "supported" },
      ],
    });
  });
});
