import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, createStubServer, passage } from "./stub-server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("npm run evals", () => {
  let folder: string;
  let url: string;
  const reply = { passages: [passage(1, 4)], answer: answer({ startLine: 2, endLine: 3, quote: "第2行" }) };
  const app = createStubServer((question) => (question === "broken" ? null : reply));
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "groundline-evals-"));
    if (!server.listening) await once(server, "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it("prints the tables of a running server and writes the report beside every result", async () => {
    const out = path.join(folder, "out");
    const { code, stdout } = await runEvals(
      "--url",
      url,
      "--dataset",
      await writeDataset("one"),
      "--out",
      out,
    );
    expect(code).toBe(0);
    expect(stdout).toContain("dataset: 1 cases, 0 errored, 1 documents, 2 passages, no model");
    expect(stdout).toMatch(
      /Search: 1 questions .*\n +all +95 % +n +aim +en\n +recall@1 +1\.000 +1\.000–1\.000 +1 +1\.000/,
    );
    const report = JSON.parse(await readFile(path.join(out, "report.json"), "utf8"));
    expect(report.sections[1].slices[0].metrics["quote verbatim"]).toMatchObject({ value: 1, count: 1 });
    const results = (await readFile(path.join(out, "results.jsonl"), "utf8")).trim().split("\n");
    expect(results.map((row) => JSON.parse(row).case.id)).toEqual(["one"]);
  });

  it("fails, and says why, when a run erred", async () => {
    const dataset = await writeDataset("broken");
    const { code, stderr } = await runEvals(
      "--url",
      url,
      "--dataset",
      dataset,
      "--out",
      path.join(folder, "out"),
    );
    expect(code).toBe(1);
    expect(stderr).toContain("errored 1x, first broken: The server replied 503: Ask again later.");
  });

  it("asks again what erred, and nothing else", async () => {
    const dataset = path.join(folder, "both.jsonl");
    const gold = [{ doc: "a.txt", start: 2, end: 3 }];
    const row = (question: string) =>
      JSON.stringify({ id: question, lang: "en", question, type: "fact", gold });
    await writeFile(dataset, `${row("fine")}\n${row("broken")}\n`);
    const run = () => runEvals("--url", url, "--dataset", dataset, "--out", path.join(folder, "both"));
    expect((await run()).stdout).toContain("both: 2 cases, 1 errored");
    const second = await run();
    expect(second.stderr).toContain("going on after 1 cases of an interrupted run");
    expect(second.stdout).toContain("both: 2 cases, 1 errored");
  }, 60_000);

  it("says what it skips when a public set is absent, and does not fail", async () => {
    const { code, stdout } = await runEvals("--set", "drcd", "--bench-dir", path.join(folder, "nowhere"));
    expect(code).toBe(0);
    expect(stdout).toContain(`SKIPPED drcd: there is no folder ${path.join(folder, "nowhere")}`);
  });

  it.each([
    ["xquad", "has no xquad.en.dev.json and no xquad.zh.dev.json (xquad.en.json"],
    ["cmrc", "has no cmrc2018_dev.json"],
    ["rgb", "holds none of zh_refine.json, en_refine.json"],
  ])("names the files of %s that a folder lacks", async (set, message) => {
    const { code, stdout } = await runEvals("--set", set, "--bench-dir", folder);
    expect(code).toBe(0);
    expect(stdout).toContain(`SKIPPED ${set}: ${folder} ${message}`);
  });

  it.each([
    [["--limit", "0"], "--limit: "],
    [["--only", "both"], "--only: "],
    [["--set", "drcd", "--url", "http://127.0.0.1:1"], "--set: brings its own documents"],
  ])("refuses %s and names the argument", async (args, message) => {
    const { code, stderr } = await runEvals(...args);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });

  it("scores against where the quote of the gold stands now, and stops where it is gone", async () => {
    const run = async (quote: string) => {
      const dataset = await writeDataset("one", { doc: "a.txt", start: 17, end: 18, quote });
      return runEvals("--url", url, "--dataset", dataset, "--out", path.join(folder, "out"));
    };
    expect((await run("第2行\n第3行")).stdout).toMatch(/ recall@1 +1\.000/);
    const lost = await run("第99行");
    expect(lost.code).toBe(1);
    expect(lost.stderr).toContain('one: a.txt no longer holds "第99行"');
  });

  async function writeDataset(question: string, range: object = { doc: "a.txt", start: 2, end: 3 }) {
    const file = path.join(folder, "dataset.jsonl");
    const gold = [range];
    await writeFile(file, JSON.stringify({ id: question, lang: "en", question, type: "fact", gold }));
    return file;
  }
});

function runEvals(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const command = ["--import", import.meta.resolve("tsx"), "evals/main.ts", ...args];
    execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}
