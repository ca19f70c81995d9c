import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRig, type Rig } from "./model-rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await buildRig();
});
afterAll(() => rig.close());

const feeLine = "The harbour fee rose to 3% in 2019";

describe("an answer in a model's words", () => {
  it("carries our own numbers for the model's markers, exact lines, and a verdict for each sentence", async () => {
    const { answer, shown } = await rig.ask({
      pieces: [`${feeLine} [1:`, "3].", " The Harbour Board reviews it every year【1:4】."],
    });
    expect(shown).toBe("The harbour fee rose to 3% in 2019 [1]. The Harbour Board reviews it every year[2].");
    expect(answer).toMatchObject({
      status: "answered",
      mode: "model",
      model: "fake",
      text: shown,
      citations: [
        { marker: 1, document: "harbour.md", startLine: 3, endLine: 3, quote: `${feeLine}.` },
        { marker: 2, document: "harbour.md", startLine: 4, endLine: 4 },
      ],
      sentences: [
        { text: `${feeLine}.`, citations: [1], verdict: "supported" },
        { citations: [2], verdict: "supported" },
      ],
    });
    expect(answer.notice).toBeUndefined();
  });

  it("sends a verdict as soon as the next sentence begins", async () => {
    const { events } = await rig.ask({ pieces: [`${feeLine} [1:3].`, " Boats", " pay no fee [1:5]."] });
    const kinds = events.map(({ event }) => event);
    const runs = kinds.filter((kind, index) => kind !== kinds[index - 1]);
    expect(runs).toEqual([
      ...["retrieved", "delta", "citation", "delta", "verdict"],
      ...["delta", "citation", "delta", "verdict", "done"],
    ]);
  });

  it("takes a figure that begins a sentence for no list number", async () => {
    const { answer } = await rig.ask({ pieces: [`${feeLine} [1:3]. 3.5% was asked for [1:3].`] });
    expect(answer.sentences[1]?.text).toBe("3.5% was asked for.");
  });

  it("cites the same lines under the same number", async () => {
    const { answer } = await rig.ask({ pieces: [`${feeLine} [1:3]. The fee rose in 2019 [1:3].`] });
    expect(answer.citations).toHaveLength(1);
    expect(answer.text).toBe(`${feeLine} [1]. The fee rose in 2019 [1].`);
  });

  it.each([
    ["no lines", "Boats under five metres pay no fee [1].", 5, 5],
    ["the lines of the whole passage", "Boats under five metres pay no fee [1:1-5].", 5, 5],
    ["wrong lines", "Boats under five metres pay no fee [1:3].", 5, 5],
    ["lines that do not exist", "Boats under five metres pay no fee [1:80-90].", 5, 5],
    ["another passage of the document", "Boats under five metres pay no fee [2:5].", 5, 5],
    ["another document's passage", "Boats under five metres pay no fee [3:4].", 5, 5],
    ["a reversed range", "The fee rose to 3% in 2019 and is reviewed every year [1:4-3].", 3, 4],
  ])(
    "is narrowed or moved to the lines that carry it where the model cites %s",
    async (_, reply, from, to) => {
      const { answer } = await rig.ask({ pieces: [reply] });
      expect(answer.citations).toMatchObject([{ document: "harbour.md", startLine: from, endLine: to }]);
      expect(answer.sentences).toMatchObject([{ verdict: "supported" }]);
    },
  );

  it("[R076] loses the markers that point nowhere, stand in code or in an address", async () => {
    const { app, answer, shown } = await rig.ask({
      pieces: [
        `${feeLine} [99]. Closed on Sundays \`x[1]\` [2:10][7:1]. See https://evil.example/[1:3] there [2:10].`,
      ],
    });
    expect(shown).not.toMatch(/99|7:1|evil/);
    expect(shown.match(/\[\d+\]/g)).toEqual(["[1]", "[1]"]);
    expect(answer.citations).toMatchObject([{ marker: 1, startLine: 10, endLine: 10 }]);
    expect(await (await app.request("/metrics")).text()).toContain("groundline_dropped_markers_total 4");
  });

  it.each([
    ["an invented number", "The harbour fee rose to 5% in 2019 [1:3]."],
    ["an invented year", "The harbour fee rose to 3% in 2021 [1:3]."],
    ["a negation", "It is not reviewed every year by the Harbour Board [1:4]."],
    ["another name", "The fee is reviewed every year by the Ferry Council [1:4]."],
  ])("[R077] is not shown as supported with %s", async (_, reply) => {
    const { app, answer } = await rig.ask({
      pieces: [`Boats under five metres pay no fee [1:5]. ${reply}`],
    });
    expect(answer.sentences.map(({ verdict }) => verdict)[0]).toBe("supported");
    const { verdict } = answer.sentences[1] ?? { verdict: "supported" };
    expect(verdict).not.toBe("supported");
    const counts = await (await app.request("/metrics")).text();
    expect(counts).toContain(`groundline_sentences_total{verdict="${verdict}"} 1`);
  });

  it("lets a sentence without markers stand on its neighbour's lines where they carry it", async () => {
    const { answer } = await rig.ask({
      pieces: ["The harbour fee rose. It rose to 3% in 2019 [1:3]. Divers pay double."],
    });
    expect(answer.sentences).toEqual([
      { text: "The harbour fee rose.", citations: [1], verdict: "supported" },
      { text: "It rose to 3% in 2019.", citations: [1], verdict: "supported" },
      { text: "Divers pay double.", citations: [], verdict: "unsupported" },
    ]);
  });

  it("checks the items of a list and passes over its lead-in", async () => {
    const { answer } = await rig.ask({
      pieces: [
        "The rules are:\n* The fee rose to 3% in 2019 [1:3]\n* Boats under five metres pay no fee [1:5]",
      ],
    });
    expect(answer.text).toContain("\n- The fee");
    expect(answer.sentences.map(({ text }) => text)).toEqual([
      "The fee rose to 3% in 2019",
      "Boats under five metres pay no fee",
    ]);
  });

  it("says not found, with the closest lines, where the model says so, and stops it", async () => {
    const { answer, shown, server } = await rig.ask({
      pieces: ["NOT", "_FOUND", "\nBut I know that", " the moon is far."],
      delayInMs: 20,
    });
    expect(answer).toMatchObject({ status: "not_found", mode: "model", citations: [], sentences: [] });
    expect(answer.closest.length).toBeGreaterThan(0);
    expect(shown).toBe(answer.text);
    await server.requests[0]?.abandoned;
  });

  it("says not found where nothing that the model says is carried by the documents", async () => {
    const { answer } = await rig.ask({
      pieces: ["The moon is 384,400 km away. It is made of cheese [1:3]."],
    });
    expect(answer).toMatchObject({ status: "not_found", mode: "model", citations: [], sentences: [] });
    expect(answer.text).not.toContain("moon");
  });
});
