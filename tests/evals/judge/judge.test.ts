import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { caseSchema, readCases } from "../../../evals/datasets/case.ts";
import { startFakeOpenAi } from "../../../evals/fake-openai/fake-openai.ts";
import { createCompletion } from "../../../evals/judge/chat-completion.ts";
import { sitExam } from "../../../evals/judge/exam.ts";
import { type ExamRow, makeExam } from "../../../evals/judge/exam-rows.ts";
import { judgeClaim } from "../../../evals/judge/judge.ts";
import { openRecordedReplies } from "../../../evals/judge/recorded-replies.ts";
import { runJudge } from "../../../evals/judge/run-judge.ts";
import type { CaseResult } from "../../../evals/run.ts";
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

    server.close();
    const complete = () => Promise.reject(new Error("no service"));
    const replay = { model: "judge", complete, recorded: openRecordedReplies(file) };
    expect(await judgeClaim(replay, claim)).toBe("partial");
    await expect(judgeClaim({ ...replay, model: "other" }, claim)).rejects.toThrow("no service");
    expect(await readFile(file, "utf8")).not.toContain("secret");
    await rm(folder, { recursive: true });
  });
});

describe("recorded replies", () => {
  it("are written as they come, and a last line that was cut is asked for again", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "groundline-judge-"));
    const file = path.join(folder, "new", "recorded.jsonl");
    openRecordedReplies(file).set("a", "甲");
    await appendFile(file, '["b", "half a l');
    const reopened = openRecordedReplies(file);
    expect([reopened.size, reopened.get("a"), reopened.get("b")]).toEqual([1, "甲", undefined]);
    reopened.set("b", "乙");
    expect(openRecordedReplies(file).get("b")).toBe("乙");
    await rm(folder, { recursive: true });
  });

  it("name the line that is none", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "groundline-judge-"));
    const file = path.join(folder, "recorded.jsonl");
    await appendFile(file, '["a", "甲"]\nnonsense\n');
    expect(() => openRecordedReplies(file)).toThrow("recorded.jsonl:2 is no recorded reply");
    await rm(folder, { recursive: true });
  });
});

describe("a judged run", () => {
  const asked = (text: string, cited: string) => {
    const citation = { document: "a.txt", startLine: 1, endLine: 1, quote: cited, marker: 1 };
    const answer = {
      status: "answered" as const,
      language: "zh-Hant",
      mode: "model",
      text,
      citations: [citation],
    };
    const citations = [{ ...citation, lines: [{ number: 1, text: cited }] }];
    return { status: "done" as const, elapsedInMs: 1, value: { answer, retrieved: [], citations } };
  };
  const results = [
    ["carried", asked("分店有 35 間。 [1]", "分店有 35 間。")],
    ["half", asked("分店有 35 間。 [1]\n分店有 53 間。 [1]", "分店有 35 間。")],
  ].map(([id, ask]) => ({
    case: caseSchema.parse({ id, lang: "zh-Hant", question: "分店幾多？", type: "chat", gold: [] }),
    search: null,
    ask,
  })) as unknown as readonly CaseResult[];

  it("reports the exam beside what was judged, and is replayed from the record without a service", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "groundline-judge-"));
    const recordedFile = path.join(folder, "recorded.jsonl");
    // Says yes to what stands word for word among the lines.
    const server = await startFakeOpenAi(({ body }) => {
      const [, lines = "", words = ""] =
        /<lines>\n([\s\S]*)\n<\/lines>\n<claim>\n([\s\S]*)\n<\/claim>/.exec(
          body.messages[1]?.content ?? "",
        ) ?? [];
      const number = Number(
        lines
          .split("\n")
          .find((line) => line.endsWith(words))
          ?.split(":")[0],
      );
      return { pieces: [number ? say("supported", [number]) : say("unsupported", [])] };
    });
    const run = { model: "scripted", recordedFile, results };
    const first = await runJudge({ ...run, environment: { OPENAI_BASE_URL: server.url } });
    server.close();
    expect(first.replies.recorded).toBe(server.requests.length);
    expect(first.replies.asked).toBe(server.requests.length);
    expect(first.exam).toMatchObject({ rows: 120, specificity: 1, isTrusted: false });
    expect(first.answers?.claims).toMatchObject({ value: 2 / 3, count: 3 });
    expect(first.answers?.answers).toMatchObject({ value: 1 / 2, count: 2, corrected: null });

    const replayed = await runJudge({ ...run, environment: {} });
    expect(replayed).toEqual({ ...first, replies: { recorded: first.replies.recorded, asked: 0 } });
    await expect(runJudge({ ...run, model: "other", environment: {} })).rejects.toThrow(
      "does not hold a verdict of other on this; set OPENAI_BASE_URL",
    );
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
      { balancedAccuracy: 1, yesBias: 0, kappa: 1, isTrusted: true },
    ],
    [
      "does not trust one that says yes to all",
      () => true,
      { balancedAccuracy: 0.5, yesBias: 0.5, kappa: 0, isTrusted: false },
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
