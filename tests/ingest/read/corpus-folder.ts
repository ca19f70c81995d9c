import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { closeReaders } from "../../../ingest/read/apart/parse-apart.ts";
import { type ReadOptions, readDocument } from "../../../ingest/read/read-document.ts";

/** A folder of files for one test file, gone when its tests are done. */
export function createCorpusFolder() {
  const folder = mkdtempSync(join(tmpdir(), "read-"));
  afterAll(() => {
    closeReaders();
    rmSync(folder, { recursive: true, force: true });
  });
  const add = (id: string, content: string | Uint8Array) => {
    const path = join(folder, id);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const read = (id: string, content: string | Uint8Array, options?: ReadOptions) =>
    readDocument(add(id, content), options);
  return {
    folder,
    add,
    read,
    /** The lines' texts, or a refusal as its code. */
    async texts(id: string, content: string | Uint8Array): Promise<readonly string[]> {
      const result = await read(id, content);
      return result.status === "read" ? result.lines.map((line) => line.text) : [`refused: ${result.code}`];
    },
    async outcome(id: string, content: string | Uint8Array, options?: ReadOptions): Promise<string> {
      const result = await read(id, content, options);
      return result.status === "read" ? "read" : result.code;
    },
    async warnings(
      id: string,
      content: string | Uint8Array,
      options?: ReadOptions,
    ): Promise<readonly string[]> {
      const result = await read(id, content, options);
      return result.status === "read" ? (result.warnings ?? []).map((warning) => warning.code) : [];
    },
  };
}
