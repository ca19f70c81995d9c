import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readCases } from "../../../evals/datasets/case.ts";
import { startFakeOpenAi } from "../../../evals/fake-openai/fake-openai.ts";
import { createCompletion } from "../../../evals/judge/chat-completion.ts";
import { sitExam } from "../../../evals/judge/exam.ts";
import { type ExamRow, makeExam } from "../../../evals/judge/exam-rows.ts";
import { judgeClaim } from "../../../evals/judge/judge.ts";
import { openRecordedReplies } from "../../../evals/judge/recorded-replies.ts";
import { createLinesOf } from "../../../evals/selftest/seed-lines.ts";

const claim = {
  question: "分店幾多？",
  claim: "分店有 35 間。",
  lines: ["甲", "分店有 35 間。", "丙", "丁", "戊"],
};
const say = (verdict: string, evidence_lines: readonly number[] = [2]) =>
  JSON.stringify({ reason: "…", verdict, evidence_lines, missing: "" });

describe("the judge", () => {
  it.each([
    ["two passes that agree", [say("supported"), say("supported")], "supported", 2],
    ["a third where two disagree", [say("supported"), say("partial"), say("partial")], "partial", 3],
    ["no two alike", [say("supported"), say("partial"), say("unsupported", [])], "undecided", 3],
    [
      "evidence that was not shown, once",
      [say("supported", [9]), say("supported"), say("supported")],
      "supported",
      3,
    ],
    ["a yes without evidence", Array(6).fill(say("supported", [])), "void", 4],
    ["words in place of JSON", Array(6).fill("Certainly! It is supported."), "void", 4],
    ["JSON in a fence", Array(2).fill(`\`\`\`json\n${say("contradicted")}\n\`\`\``), "contradicted", 2],
  ])("%s", async (_, replies, expected, asked) => {
    const server = await startFakeOpenAi((_request, number) => ({ pieces: [replies[number - 1] ?? ""] }));
    expect(await judgeClaim(partsFor(server.url), claim)).toBe(expected);
    expect(server.requests).toHaveLength(asked);
    server.close();
  });

  it("shows the lines with their numbers in another order each time, and the key to the service only", async () => {
    const server = await startFakeOpenAi(() => ({ pieces: [say("supported")] }));
    await judgeClaim(partsFor(server.url), claim);
    const shown = server.requests.map(({ body }) => body.messages[1]?.content.match(/\d: .+/g) ?? []);
    expect(shown[0]).not.toEqual(shown[1]);
    expect([...(shown[0] ?? [])].sort()).toEqual(claim.lines.map((text, index) => `${index + 1}: ${text}`));
    expect(server.requests[0]?.headers.authorization).toBe("Bearer secret");
    server.close();
  });

  it("names the status of a service that fails", async () => {
    const server = await startFakeOpenAi(() => ({ status: 401, body: "{}" }));
    await expect(judgeClaim(partsFor(server.url), claim)).rejects.toThrow(
      "replied 401; check its address, key",
    );
    server.close();
  });

  it("replays recorded verdicts without a service, and asks anew for another model", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "groundline-judge-"));
    const file = path.join(folder, "recorded.jsonl");
    const server = await startFakeOpenAi(() => ({ pieces: [say("partial")] }));
    const recorded = openRecordedReplies(file);
    await judgeClaim({ ...partsFor(server.url), recorded }, claim);
    await recorded.save();
    server.close();
    const complete = () => Promise.reject(new Error("no service"));
    const replay = { model: "judge", complete, recorded: openRecordedReplies(file) };
    expect(await judgeClaim(replay, claim)).toBe("partial");
    await expect(judgeClaim({ ...replay, model: "other" }, claim)).rejects.toThrow("no service");
    expect(await readFile(file, "utf8")).not.toContain("secret");
    await rm(folder, { recursive: true });
  });
});

describe("the judge's exam", () => {
  const dataset = new URL("../../../evals/datasets/seeds.jsonl", import.meta.url);
  const makeRows = async () => makeExam(await readCases(dataset.pathname), createLinesOf());

  it("has 40 rows in each language, half of them carried by their lines, the same every time", async () => {
    const rows = await makeRows();
    for (const lang of ["zh-Hant", "zh-Hans", "en"]) {
      const some = rows.filter((row) => row.lang === lang);
      expect([some.length, some.filter(({ isSupported }) => isSupported).length]).toEqual([40, 20]);
      expect(new Set(some.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(8);
    }
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(120);
    expect(await makeRows()).toEqual(rows);
  });

  it.each([
    [
      "trusts a judge that is right",
      (row: ExamRow) => row.isSupported,
      { balancedAccuracy: 1, yesBias: 0, isTrusted: true },
    ],
    [
      "does not trust one that says yes to all",
      () => true,
      { balancedAccuracy: 0.5, yesBias: 0.5, isTrusted: false },
    ],
    [
      "does not trust one that says no to all",
      () => false,
      { balancedAccuracy: 0.5, yesBias: -0.5, isTrusted: false },
    ],
    [
      "does not trust one that misses every changed figure, unit and scope",
      (row: ExamRow) =>
        row.isSupported || ["digit changed", "unit changed", "said of all"].includes(row.kind),
      { isTrusted: false },
    ],
  ])("%s", async (_, says, expected) => {
    const rows = await makeRows();
    let current = rows[0];
    const recorded = { get: () => undefined, set: () => {} };
    const complete = async () => (current && says(current) ? say("supported", [1]) : say("unsupported", []));
    const examined = rows.map((row) => ({
      ...row,
      get lines() {
        current = row;
        return row.lines;
      },
    }));
    expect(await sitExam({ model: "judge", complete, recorded }, examined)).toMatchObject(expected);
  });
});

function partsFor(baseUrl: string) {
  const recorded = { get: () => undefined, set: () => {} };
  return {
    model: "judge",
    complete: createCompletion({ baseUrl, apiKey: "secret", model: "judge" }),
    recorded,
  };
}
