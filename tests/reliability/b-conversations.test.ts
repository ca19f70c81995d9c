import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "libsql";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { Storage } from "../../server/conversations/storage.ts";
import { buildApp, post } from "../server/fake-parts.ts";
import { createReader, send, type TestReader } from "../server/reader.ts";
import { mountSmallDisk } from "./small-disk.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function createFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "conversations-"));
  folders.push(folder);
  return join(folder, "data", "conversations.sqlite");
}

/** A server that keeps its conversations in the file, and its reader; `log` holds what it logged. */
function serve(path: string, cookie = "") {
  const log: string[] = [];
  const logger = pino({ level: "info" }, { write: (line: string) => void log.push(line) });
  const { app } = buildApp({ storage: new Storage({ path, log: logger }) });
  return { log, reader: createReader(app, cookie) };
}

const failures = async ({ request }: TestReader): Promise<number> =>
  (await (await request("/readyz")).json()).storageFailures;

const questionsOf = async ({ request }: TestReader, conversation: string): Promise<string[]> => {
  const { turns } = await (await request(`/api/conversations/${conversation}`)).json();
  return turns.map(({ question }: { question: string }) => question);
};

/** Questions are answered, one after the other in one conversation, and the failure is logged and counted. */
async function expectAnswers({ reader, log }: ReturnType<typeof serve>): Promise<string> {
  const first = await reader.ask("How high?");
  expect(first.status).toBe("answered");
  const counted = await failures(reader);
  expect(counted).toBeGreaterThan(0);
  expect(log).toHaveLength(counted);
  expect(log.join()).toContain('"code":"storage_failed"');
  expect(log.join()).not.toContain("How high?");
  const second = await reader.ask("How wide?", { conversation: first.conversation });
  expect(second).toMatchObject({ status: "answered", conversation: first.conversation });
  return first.conversation;
}

const storedRequests: [string, RequestInit][] = [
  ["/api/conversations", {}],
  ["/api/conversations/x", {}],
  ["/api/conversations/x", send("PATCH", { title: "x" })],
  ["/api/conversations/x", { method: "DELETE" }],
  ["/api/conversations/x/restore", post({})],
  ["/api/answers/x/events", {}],
  ["/api/answers/x/stop", post({})],
  ["/api/answers/x/feedback", send("PUT", { rating: "up" })],
  ["/api/answers/x/feedback", { method: "DELETE" }],
];

async function expectUnavailable({ reader }: ReturnType<typeof serve>): Promise<void> {
  for (const [path, init] of storedRequests) {
    const response = await reader.request(path, init);
    expect(await response.json()).toMatchObject({ status: 503, code: "storage_unavailable" });
  }
}

describe("the file of conversations", () => {
  it("[R047] outlives a restart, and two servers use it at once", async () => {
    const path = createFile();
    const { reader } = serve(path);
    const { conversation } = await reader.ask("How high?");
    const second = serve(path, reader.cookie()).reader;
    await second.ask("How wide?", { conversation });
    await reader.ask("How long?", { conversation });
    const questions = ["How high?", "How wide?", "How long?"];
    expect(await questionsOf(reader, conversation)).toEqual(questions);
    expect(await questionsOf(second, conversation)).toEqual(questions);
  });

  it("holds no reader's key, so that one who reads it cannot take a reader's place", async () => {
    const path = createFile();
    const { reader } = serve(path);
    await reader.ask("How high?");
    const [, key = ""] = reader.cookie().split("=");
    expect(key).toHaveLength(22);
    for (const suffix of ["", "-wal"]) expect(readFileSync(`${path}${suffix}`).includes(key)).toBe(false);
  });

  it("[R042] of a newer version is refused with what to do, left as it is, and questions are answered", async () => {
    const path = createFile();
    await serve(path).reader.ask("How high?");
    const database = new Database(path);
    database.exec("PRAGMA user_version = 99");
    const server = serve(path);
    await expectAnswers(server);
    await expectUnavailable(server);
    expect(server.log.join()).toMatch(/has version 99 and this server reads version 2: run the version/);
    expect(database.prepare("SELECT question FROM turns").all()).toHaveLength(1);
    database.close();
  });

  it("[R046] that is damaged is left as it is, and questions are answered", async () => {
    const path = createFile();
    mkdirSync(dirname(path));
    writeFileSync(path, "not a database, though long enough to be taken for one".repeat(100));
    const before = readFileSync(path);
    const server = serve(path);
    await expectAnswers(server);
    await expectUnavailable(server);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

const trial = mountSmallDisk();
trial?.remove();

describe.skipIf(trial === null)("the disk of conversations", () => {
  function mount() {
    const disk = mountSmallDisk();
    if (disk === null) throw new Error("expected a small disk");
    return disk;
  }

  it.each([["before the first question"], ["after some"]])(
    "[R046] full %s fails no answer, and room made later is used without a restart",
    async (when) => {
      const disk = mount();
      const server = serve(join(disk.path, "data", "conversations.sqlite"));
      if (when === "after some") await server.reader.ask("Before");
      disk.fill();
      // What a transaction needs may still fit in the page that is there: questions until one does not.
      while ((await failures(server.reader)) === 0) await server.reader.ask("x".repeat(2000));
      const conversation = await expectAnswers(server);
      disk.empty();
      await server.reader.ask("How long?", { conversation });
      expect(await questionsOf(server.reader, conversation)).toEqual(["How long?"]);
      disk.remove();
    },
  );

  it.each([["without the file"], ["with the file"]])(
    "[R047] that can only be read, %s, fails no answer",
    async (kind) => {
      const disk = mount();
      const file = join("data", "conversations.sqlite");
      const writer = serve(join(disk.path, file));
      if (kind === "with the file") await writer.reader.ask("Before");
      const server = serve(join(disk.showReadOnly(), file), writer.reader.cookie());
      await expectAnswers(server);
      disk.remove();
    },
  );
});
