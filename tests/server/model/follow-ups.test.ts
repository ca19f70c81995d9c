import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRig, type Rig } from "./model-rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await buildRig();
});
afterAll(() => rig.close());

const history = [
  { role: "user", content: "Does the harbour office open on working days?" },
  { role: "assistant", content: "Yes, at 8 a.m. [1]" },
] as const;
const followUp = { question: "And on Sundays?", history };
const answered = { pieces: ["On Sundays the harbour office is closed [1:10]."] };

describe("a follow-up", () => {
  it("is worded by the model to stand alone, and then searched and answered as such", async () => {
    const rewritten = "Is the harbour office open on Sundays?";
    const { answer, server } = await rig.ask([{ pieces: [rewritten] }, answered], followUp);
    expect(server.requests).toHaveLength(2);
    expect(server.requests[0]?.body.messages.at(-1)?.content).toContain("Last question: And on Sundays?");
    expect(server.requests[1]?.body.messages.at(-1)?.content).toContain(`Question: ${rewritten}`);
    expect(answer).toMatchObject({ question: "And on Sundays?", status: "answered" });
    expect(answer.citations).toMatchObject([{ startLine: 10, endLine: 10 }]);
  });

  it("is not asked for where there are no earlier turns", async () => {
    const { server } = await rig.ask(answered, { question: "Is the harbour office open on Sundays?" });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ["fails", { status: 400, body: "{}" }],
    ["is cut", { pieces: ["Is the harbour"], finish: "length" }],
    ["writes an essay", { pieces: ["Well.\nThat depends."] }],
    ["says nothing", { pieces: [" "] }],
  ])("is answered with the earlier turns' words where the model %s", async (_, script) => {
    const { answer, server } = await rig.ask([script, answered], followUp);
    expect(server.requests[1]?.body.messages.at(-1)?.content).toContain("Question: And on Sundays?");
    expect(answer).toMatchObject({ status: "answered", citations: [{ startLine: 10 }] });
  });
});

describe("the judge", () => {
  const doubtful = { pieces: ["Skippers of dinghies owe nothing at all [1:5]."] };
  const say = (verdicts: object) => ({ pieces: [JSON.stringify({ verdicts })] });
  const ask = (reply: object) => rig.ask([doubtful, reply], {}, { judgeModel: "judge" });

  it("looks again at a sentence whose lines do not clearly carry it", async () => {
    const { answer, server, events } = await ask(say([{ claim: 0, verdict: "partial", lines: [1] }]));
    expect(server.requests.map(({ body }) => body.model)).toEqual(["fake", "judge"]);
    expect(server.requests[1]?.body.messages.at(-1)?.content).toContain(
      "1| Boats under five metres pay no fee.",
    );
    expect(answer.sentences).toMatchObject([{ verdict: "partial" }]);
    expect(events.at(-2)).toMatchObject({ event: "verdict", data: { sentence: 0, verdict: "partial" } });
  });

  it.each([
    ["names lines that were not shown", say([{ claim: 0, verdict: "supported", lines: [2] }])],
    ["names no lines", say([{ claim: 0, verdict: "supported", lines: [] }])],
    ["names a claim that was not asked about", say([{ claim: 3, verdict: "supported", lines: [1] }])],
    ["writes no JSON", { pieces: ["All fine."] }],
    ["fails", { status: 500, body: "{}" }],
  ])("changes nothing where it %s", async (_, reply) => {
    const { answer } = await ask(reply);
    expect(answer).toMatchObject({ status: "not_found" });
  });

  it("is not asked about sentences that stand", async () => {
    const { server } = await rig.ask(
      [{ pieces: ["The harbour fee rose to 3% in 2019 [1:3]."] }, say([])],
      {},
      { judgeModel: "judge" },
    );
    expect(server.requests).toHaveLength(1);
  });
});
