import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ingest } from "../../ingest/ingest.ts";
import { mountSmallDisk } from "./small-disk.ts";
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

const trial = mountSmallDisk();
trial?.remove();

describe.skipIf(trial === null)("a full disk", () => {
  let start: Workspace;
  let before: IndexView | null;
  let after: IndexView | null;

  beforeAll(async () => {
    start = createWorkspace();
    writeDocuments(start, { edition: "首版", count: 20 });
    await publish(start);
    writeDocuments(start, { edition: "次版", count: 10 });
    const done = copyWorkspace(start);
    await publish(done);
    [before, after] = [await viewPublished(start), await viewPublished(done)];
    removeWorkspace(done);
  });

  afterAll(() => removeWorkspace(start));

  /** The workspace of an update that is still to be done, on a disk of its own. */
  function placeOnDisk() {
    const disk = mountSmallDisk();
    if (disk === null) throw new Error("expected a small disk");
    const workspace = createWorkspace(join(disk.path, "workspace"));
    cpSync(start.folder, workspace.folder, { recursive: true, preserveTimestamps: true });
    return { disk, workspace };
  }

  it("[R039] at any page leaves a valid index and is reported, native writers included", async () => {
    let runs = 0;
    for (let pagesLeft = 0; ; pagesLeft++) {
      const { disk, workspace } = placeOnDisk();
      disk.fill(pagesLeft);
      const outcome = await ingest(workspace).then(
        ({ status }) => status,
        (error: unknown) => error,
      );
      const found = await viewPublished(workspace);
      const isAfter = JSON.stringify(found) === JSON.stringify(after);
      expect(found, `${pagesLeft} pages left`).toEqual(isAfter ? after : before);
      if (!isAfter) expect(outcome, `${pagesLeft} pages left`).toBeInstanceOf(Error);
      disk.empty();
      await ingest(workspace);
      expect(await viewPublished(workspace)).toEqual(after);
      expect(listLeftovers(workspace)).toEqual([]);
      disk.remove();
      if (outcome === "published") break;
      runs++;
    }
    process.stdout.write(`[R039] the disk was full after each of ${runs} pages in turn\n`);
    expect(runs).toBeGreaterThan(10);
  }, 60_000);

  it("[R039] only while the vectors are written is noticed, though hnswlib reports nothing", async () => {
    const { disk, workspace } = placeOnDisk();
    const onProgress = ({ step, done }: { readonly step: string; readonly done: number }) => {
      if (step !== "write") return;
      if (done === 2) disk.fill();
      if (done === 3) disk.empty();
    };
    await expect(ingest({ ...workspace, onProgress })).rejects.toThrow(/vectors.*is the disk full\?/);
    disk.empty();
    expect(await viewPublished(workspace)).toEqual(before);
    await publish(workspace);
    expect(await viewPublished(workspace)).toEqual(after);
    disk.remove();
  });
});
