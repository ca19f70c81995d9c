import { appendFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../evals/client.ts";
import { caseSchema } from "../../evals/datasets/case.ts";
import { runCases } from "../../evals/run.ts";
import { openUnfinished } from "../../evals/unfinished.ts";
import { answer, createStubServer, passage } from "./stub-server.ts";

describe("an interrupted run", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "groundline-unfinished-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("goes on where it stopped and asks errored cases again", async () => {
    const first = await run(["a", "broken"], { commit: 1 });
    expect(first.asked).toEqual(["a", "broken"]);
    const second = await run(["a", "broken", "b"], { commit: 1 });
    expect(second.asked).toEqual(["broken", "b"]);
    expect(second.results.map((result) => [result.case.id, result.ask?.status])).toEqual([
      ["a", "done"],
      ["broken", "errored"],
      ["b", "done"],
    ]);
  });

  it("starts anew where anything that decides the results is another", async () => {
    await run(["a"], { commit: 1 });
    expect((await run(["a"], { commit: 2 })).asked).toEqual(["a"]);
  });

  it("asks again for a result that was cut in the middle of its line", async () => {
    await run(["a"], {});
    await appendFile(path.join(folder, "unfinished.jsonl"), '{"case":{"id":"b"');
    expect((await run(["a", "b"], {})).asked).toEqual(["b"]);
  });

  it("leaves nothing behind when it is finished", async () => {
    await (await openUnfinished(folder, {})).finish();
    expect(await readdir(folder)).toEqual([]);
  });

  async function run(questions: readonly string[], kind: object) {
    const asked: string[] = [];
    const reply = { passages: [passage(1, 2)], answer: answer({ startLine: 1, endLine: 1, quote: "第1行" }) };
    const app = createStubServer((question) => {
      asked.push(question);
      return question === "broken" ? null : reply;
    });
    const client = createClient({ url: "http://stub", fetch: (url, init) => app.request(url, init) });
    const { done, keep: onResult } = await openUnfinished(folder, kind);
    const results = await runCases({
      cases: questions.map(makeCase),
      client,
      only: "ask",
      limit: 5,
      done,
      onResult,
    });
    return { asked, results };
  }
});

function makeCase(question: string) {
  const gold = [{ doc: "a.txt", start: 1, end: 1 }];
  return caseSchema.parse({ id: question, lang: "en", question, type: "fact", gold });
}
