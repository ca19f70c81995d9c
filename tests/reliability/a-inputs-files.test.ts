import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { listCorpus } from "../../ingest/corpus.ts";
import { closeReaders } from "../../ingest/read/apart/parse-apart.ts";
import { readDocument } from "../../ingest/read/read-document.ts";

const pipeMaker = "mkfifo";
let root: string;
let outside: string;
const folders: string[] = [];

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "files-"));
  folders.push(folder);
  root = join(folder, "corpus");
  outside = join(folder, "outside");
  mkdirSync(root);
  mkdirSync(outside);
  writeFileSync(join(outside, "secret.txt"), "祕密\n");
});

afterAll(() => {
  closeReaders();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function list() {
  const corpus = await listCorpus(root);
  if (corpus.status === "missing") throw new Error("expected a corpus");
  return {
    files: corpus.files.map((file) => file.id),
    refusals: corpus.refusals.map(({ id, code }) => `${id} ${code}`),
  };
}

describe("files of any kind", () => {
  it("[R014] refuses links that lead outside, singly, in a chain and to a folder", async () => {
    writeFileSync(join(root, "in.txt"), "公開\n");
    symlinkSync(join(outside, "secret.txt"), join(root, "link.txt"));
    symlinkSync(join(root, "link.txt"), join(root, "chain.txt"));
    symlinkSync(outside, join(root, "folder"));
    expect(await list()).toEqual({
      files: ["in.txt"],
      refusals: ["chain.txt outside_root", "folder outside_root", "link.txt outside_root"],
    });
  });

  it("[R014] refuses a file that became a link after it was listed", async () => {
    const path = join(root, "swapped.txt");
    writeFileSync(path, "公開\n");
    unlinkSync(path);
    symlinkSync(join(outside, "secret.txt"), path);
    expect(await readDocument(path)).toMatchObject({ status: "refused", code: "not_regular" });
  });

  it("[R014] refuses a file whose folder became a link after it was listed", async () => {
    mkdirSync(join(root, "folder"));
    renameSync(join(root, "folder"), join(root, "moved"));
    symlinkSync(outside, join(root, "folder"));
    const read = await readDocument(join(root, "folder", "secret.txt"), { root });
    expect(read).toMatchObject({ status: "refused", code: "outside_root" });
  });

  it("[R015] ends with loops, pipes and sockets in the folder, and lists them", async () => {
    symlinkSync(join(root, "b"), join(root, "a"));
    symlinkSync(join(root, "a"), join(root, "b"));
    symlinkSync(root, join(root, "self"));
    execFileSync(pipeMaker, [join(root, "pipe.txt")]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, "socket.txt"), resolve));
    expect(await list()).toEqual({
      files: [],
      refusals: [
        "a not_regular",
        "b not_regular",
        "pipe.txt not_regular",
        "self not_regular",
        "socket.txt not_regular",
      ],
    });
    expect(await readDocument(join(root, "pipe.txt"))).toMatchObject({ code: "not_regular" });
    expect(await readDocument(join(root, "socket.txt"))).toMatchObject({ code: "not_regular" });
    server.close();
  });

  it("[R016] lists what may not be opened, and reads the rest", async () => {
    writeFileSync(join(root, "closed.txt"), "不可讀\n");
    mkdirSync(join(root, "shut"));
    writeFileSync(join(root, "shut", "inside.txt"), "不可讀\n");
    writeFileSync(join(root, "open.txt"), "可讀\n");
    chmodSync(join(root, "..", "corpus"), 0o755);
    chmodSync(join(root, ".."), 0o755);
    chmodSync(join(root, "closed.txt"), 0);
    chmodSync(join(root, "shut"), 0);
    await asOrdinaryUser(async () => {
      expect(await list()).toEqual({ files: ["closed.txt", "open.txt"], refusals: ["shut permission"] });
      expect(await readDocument(join(root, "closed.txt"))).toMatchObject({ code: "permission" });
      expect(await readDocument(join(root, "open.txt"))).toMatchObject({ status: "read" });
    });
    chmodSync(join(root, "shut"), 0o755);
  });

  it("[R017] takes names as they are", async () => {
    const names = [
      "two\nlines.txt",
      "\"quotes\" 'and' `more`.txt",
      "-rf.txt",
      "x..%2f..%2fetc%2fpasswd.txt",
      "<img src=x onerror=alert(1)>.txt",
      `${"長".repeat(83)}ab.txt`,
      "cafe\u0301.txt",
      "dots...txt",
      "\u202Etxt.exe.txt",
      "back\\slash.txt",
    ];
    for (const name of names) writeFileSync(join(root, name), `${name.length}\n`);
    expect((await list()).files).toEqual([...names].sort());
    const corpus = await listCorpus(root);
    for (const file of corpus.status === "found" ? corpus.files : [])
      expect(await readDocument(file.path, { root })).toMatchObject({
        lines: [{ text: String(file.id.length) }],
      });
  });

  it("[R018] refuses a file that is written all the while, and never reads half of it", async () => {
    const path = join(root, "growing.txt");
    writeFileSync(path, "行\n".repeat(5_000_000));
    const writing = setInterval(() => appendFileSync(path, "更多\n"), 1);
    const result = await readDocument(path);
    clearInterval(writing);
    expect(result).toMatchObject({ status: "refused", code: "changed" });
  });

  it("[R018] refuses a file that is deleted while it is read", async () => {
    const path = join(root, "going.txt");
    writeFileSync(path, "行\n".repeat(5_000_000));
    const reading = readDocument(path);
    await new Promise((resolve) => setTimeout(resolve, 2));
    unlinkSync(path);
    expect(await reading).toMatchObject({ status: "refused", code: "unreadable" });
  });
});

/** An administrator may open anything; the check is then made as nobody. */
async function asOrdinaryUser(check: () => Promise<void>): Promise<void> {
  const isAdministrator = process.geteuid?.() === 0;
  if (isAdministrator) process.seteuid?.(65534);
  try {
    await check();
  } finally {
    if (isAdministrator) process.seteuid?.(0);
  }
}
