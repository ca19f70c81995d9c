import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failpoints } from "../../ingest/failpoint.ts";
import { ingest } from "../../ingest/ingest.ts";
import { forkIngest } from "./children.ts";
import { createRandom } from "./random.ts";
import {
  copyWorkspace,
  createWorkspace,
  type IndexView,
  listLeftovers,
  publish,
  removeWorkspace,
  viewPublished,
  type Workspace,
  writeDocuments,
} from "./workspace.ts";

/** A corpus that is not yet ingested, or not as it is now, and what readers see before and after the ingest. */
interface Scene {
  readonly start: Workspace;
  readonly before: IndexView | null;
  readonly after: IndexView | null;
}

const documents = 60;
let first: Scene;
let update: Scene;

beforeAll(async () => {
  const empty = createWorkspace();
  writeDocuments(empty, { edition: "首版", count: documents });
  first = await prepare(empty);
  const grown = copyWorkspace(empty);
  await publish(grown);
  writeDocuments(grown, { edition: "次版", count: 5 });
  await publish(grown);
  // One segment goes on as it is, and the small one after it is taken into the new one.
  writeDocuments(grown, { edition: "三版", count: documents / 3, from: 3 });
  writeDocuments(grown, { edition: "新增", count: 5, from: documents });
  update = await prepare(grown);
});

afterAll(() => {
  for (const { start } of [first, update]) removeWorkspace(start);
});

async function prepare(start: Workspace): Promise<Scene> {
  const done = copyWorkspace(start);
  await publish(done);
  const scene = { start, before: await viewPublished(start), after: await viewPublished(done) };
  removeWorkspace(done);
  expect(scene.after?.documents.length).toBeGreaterThanOrEqual(documents);
  expect(scene.after).not.toEqual(scene.before);
  return scene;
}

/** The invariant: whole before the next ingest, current after it, and nothing left lying about. */
async function expectWhole(workspace: Workspace, { before, after }: Scene): Promise<"before" | "after"> {
  const found = await viewPublished(workspace);
  const isAfter = JSON.stringify(found) === JSON.stringify(after);
  expect(found).toEqual(isAfter ? after : before);
  await ingest(workspace);
  expect(await viewPublished(workspace)).toEqual(after);
  expect(listLeftovers(workspace)).toEqual([]);
  return isAfter ? "after" : "before";
}

describe("a kill at a named step", () => {
  const published = ["after-pointer", "after-sweep", "after-checks"];
  for (const kind of ["first ingest", "update"] as const) {
    it.concurrent.each(failpoints)(`[R037] leaves a whole index in a ${kind}: %s`, async (failpoint) => {
      const scene = kind === "update" ? update : first;
      const workspace = copyWorkspace(scene.start);
      const child = await forkIngest(workspace, failpoint);
      child.process.send("go");
      expect(await child.ended).toMatchObject({ signal: "SIGKILL" });
      expect(await expectWhole(workspace, scene)).toBe(published.includes(failpoint) ? "after" : "before");
      removeWorkspace(workspace);
    });
  }
});

describe("a kill at any time", () => {
  const kills = Number(process.env.KILLS ?? 20);
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

  it(
    `[R038] leaves a whole index in ${kills} of ${kills} runs (SEED=${seed})`,
    async () => {
      const random = createRandom(seed);
      const [ofFirst, ofUpdate] = await Promise.all([measure(first), measure(update)]);
      const lengthInMs = { first: ofFirst, update: ofUpdate };
      const counts = { before: 0, after: 0, late: 0 };
      let drafts = 0;
      const runOnce = async (number: number, share: number): Promise<void> => {
        const kind = number % 2 === 0 ? "first" : "update";
        const scene = kind === "first" ? first : update;
        const killAfterInMs = share * lengthInMs[kind];
        const workspace = copyWorkspace(scene.start);
        const child = await forkIngest(workspace);
        child.process.send("go");
        await pause(killAfterInMs);
        child.process.kill("SIGKILL");
        const { signal } = await child.ended;
        if (listLeftovers(workspace).length > 0) drafts++;
        counts[signal === null ? "late" : await expectWhole(workspace, scene)]++;
        removeWorkspace(workspace);
        if (signal === null) await runOnce(number, share * random());
      };
      for (let number = 0; number < kills; number += 2) {
        const pair = [number, number + 1].filter((one) => one < kills);
        await Promise.all(pair.map((one) => runOnce(one, (one + random()) / kills)));
      }
      process.stdout.write(
        `[R038] seed ${seed}, over ${lengthInMs.first.toFixed()} and ${lengthInMs.update.toFixed()} ms: ` +
          `${counts.before} kills left the old index (${drafts} of them half a new one), ${counts.after} the new one, ${counts.late} came too late and were repeated\n`,
      );
      expect(counts.before + counts.after).toBe(kills);
    },
    30_000 + kills * 3000,
  );

  /** How long an ingest takes in a process of its own that has just started. */
  async function measure({ start }: Scene): Promise<number> {
    const workspace = copyWorkspace(start);
    const child = await forkIngest(workspace);
    const began = performance.now();
    child.process.send("go");
    await child.ended;
    removeWorkspace(workspace);
    return performance.now() - began;
  }
});
