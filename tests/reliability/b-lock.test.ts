import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Embedder } from "../../ingest/embeddings/embedder.ts";
import { ingest } from "../../ingest/ingest.ts";
import { acquireLock } from "../../ingest/lock.ts";
import { type Child, forkIngest, forkProgram, startCommand } from "./children.ts";
import {
  createWorkspace,
  listLeftovers,
  removeWorkspace,
  type Workspace,
  writeDocuments,
} from "./workspace.ts";

let workspace: Workspace;

beforeAll(() => {
  workspace = createWorkspace();
  mkdirSync(workspace.dataDir);
  writeDocuments(workspace, { edition: "首版", count: 3 });
});

afterAll(() => removeWorkspace(workspace));

/** What a lock of another make, or one cut off while it was written, may leave. */
const leftBehind: Record<string, string> = {
  "nothing in it": "",
  garbage: "\0\u0001garbage".repeat(600),
  "a dead process in it": JSON.stringify({ pid: 2 ** 22 + 1, startedAt: "1", host: hostname() }),
  "a number used again in it": JSON.stringify({ pid: process.pid, startedAt: "1", host: hostname() }),
  "another machine in it": JSON.stringify({ pid: 1, startedAt: "1", host: "a-container-that-is-gone" }),
};

describe("a second ingest at the same time", () => {
  it("[R043] ends with 3 and names the process that is at work, which ends as if alone", async () => {
    const { corpusDir, dataDir, embedder } = workspace;
    let goOn = () => {};
    let hasBegun = () => {};
    const begun = new Promise<void>((resolve) => {
      hasBegun = resolve;
    });
    const waiting: Embedder = {
      ...embedder,
      embed: async (texts) => {
        hasBegun();
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
        return embedder.embed(texts);
      },
    };
    const first = ingest({ ...workspace, embedder: waiting });
    await begun;
    const second = startCommand("ingest/main.ts", { CORPUS_DIR: corpusDir, DATA_DIR: dataDir });
    const { code, output } = await second.ended;
    expect(output).toContain(`locked by pid ${process.pid} on ${hostname()}`);
    expect(code).toBe(3);
    await expect(ingest(workspace)).rejects.toThrow(`locked by pid ${process.pid}`);
    goOn();
    expect((await first).status).toBe("published");
    expect(await ingest(workspace)).toEqual({ status: "unchanged" });
  });

  it("[R043] takes over at once from a process that was killed", async () => {
    const child = await forkIngest(workspace, "after-lock");
    child.process.send("go");
    expect((await child.ended).signal).toBe("SIGKILL");
    writeDocuments(workspace, { edition: "次版", count: 1 });
    expect((await ingest(workspace)).status).toBe("published");
    expect(readdirSync(workspace.dataDir)).not.toContain("ingest.owner");
    expect(listLeftovers(workspace)).toEqual([]);
  });

  it.each(Object.entries(leftBehind))(
    "[R043] is not held up by a lock file with %s",
    async (_name, content) => {
      for (const name of ["ingest.lock", "ingest.owner"])
        writeFileSync(join(workspace.dataDir, name), content);
      const lock = await acquireLock(workspace.dataDir);
      await expect(acquireLock(workspace.dataDir)).rejects.toThrow(`locked by pid ${process.pid}`);
      await lock.release();
      expect(readFileSync(join(workspace.dataDir, "ingest.lock"), "utf8")).toBe("");
    },
  );
});

describe("several ingests that begin at the same moment", () => {
  const contenders = 4;
  let children: Child[];

  beforeAll(async () => {
    children = Array.from({ length: contenders }, () =>
      forkProgram(new URL("./lock-child.ts", import.meta.url), [workspace.dataDir]),
    );
    await Promise.all(children.map((child) => once(child.process, "message")));
  });

  afterAll(() => {
    for (const child of children) child.process.kill("SIGKILL");
  });

  async function tellAll(message: "take" | "give"): Promise<string[]> {
    const answers = children.map((child) => once(child.process, "message"));
    for (const child of children) child.process.send(message);
    return (await Promise.all(answers)).map(([answer]) => String(answer));
  }

  it("[R043] are let in one at a time, whatever lock file they find, in 300 rounds", async () => {
    const contents = [null, ...Object.values(leftBehind)];
    for (let round = 0; round < 300; round++) {
      const content = contents[round % contents.length] ?? null;
      if (content !== null) writeFileSync(join(workspace.dataDir, "ingest.lock"), content);
      const answers = await tellAll("take");
      expect(
        answers.filter((answer) => answer === "held"),
        `round ${round}: ${answers}`,
      ).toHaveLength(1);
      expect(
        answers.filter((answer) => answer.startsWith("LockedError: Another ingest is running")),
      ).toHaveLength(contenders - 1);
      await tellAll("give");
    }
  });
});
