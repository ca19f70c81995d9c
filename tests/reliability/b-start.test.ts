import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCommand } from "./children.ts";

const folder = mkdtempSync(join(tmpdir(), "starts-"));
const corpus = join(folder, "corpus");
const file = join(corpus, "a.txt");
const taken = createServer();

beforeAll(async () => {
  mkdirSync(corpus);
  writeFileSync(file, "The hall opens at nine.\n");
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true });
});

const takenPort = () => String((taken.address() as { port: number }).port);

/** What a command prints that ends with 1, line by line. */
async function failure(command: string, settings: Readonly<Record<string, string>>): Promise<string[]> {
  const environment = {
    CORPUS_DIR: corpus,
    DATA_DIR: join(folder, "data"),
    LOG_LEVEL: "silent",
    ...settings,
  };
  const { code, output } = await startCommand(command, environment).ended;
  expect(code).toBe(1);
  return output.split("\n").filter((line) => line !== "" && !line.startsWith("Building the page"));
}

describe("a start that a setting prevents", { timeout: 120_000 }, () => {
  it.each<[string, Record<string, string>, string]>([
    ["a port that is no number", { PORT: "abc" }, 'PORT is "abc": set it to a whole number from 0 to 65535'],
    [
      "an address of another machine",
      { HOST: "192.0.2.1", PORT: "0" },
      'HOST is "192.0.2.1", which is no address',
    ],
  ])("of the server says so in one line: %s", async (_, settings, message) => {
    expect(await failure("server/main.ts", settings)).toEqual([expect.stringContaining(message)]);
  });

  it("of the server names a port that is taken", async () => {
    const message = `Port ${takenPort()} is in use by another program`;
    expect(await failure("server/main.ts", { PORT: takenPort() })).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it.each<[string, Record<string, string>, string]>([
    ["no corpus", { CORPUS_DIR: join(folder, "none") }, "does not exist: create it or set CORPUS_DIR"],
    ["a file for the data folder", { DATA_DIR: file }, `cannot be written to '${file}': a file has its name`],
    ["a data folder below a file", { DATA_DIR: join(file, "x") }, "set DATA_DIR to another folder"],
  ])("of an ingest says so in one line: %s", async (_, settings, message) => {
    expect(await failure("ingest/main.ts", settings)).toEqual([expect.stringContaining(message)]);
  });
});
