import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { offline, startServer } from "../../evals/server.ts";

const serving = `
import { existsSync } from "node:fs";
import { createServer } from "node:http";
if (!existsSync(process.env.DATA_DIR)) throw new Error("there is no index");
const readyAt = Date.now() + 300;
createServer((request, response) => {
  response.statusCode = request.url === "/readyz" && Date.now() < readyAt ? 503 : 200;
  response.end([process.env.CORPUS_DIR, process.env.DATA_DIR, process.env.EMBEDDINGS].join(" "));
}).listen(Number(process.env.PORT), process.env.HOST);
`;

describe("startServer", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "groundline-server-"));
    await writeFile(path.join(folder, "good.mjs"), serving);
    await writeFile(
      path.join(folder, "ingest.mjs"),
      'import fs from "node:fs"; fs.mkdirSync(process.env.DATA_DIR);',
    );
    await writeFile(path.join(folder, "bad.mjs"), 'console.error("PORT is taken");\nprocess.exit(1);');
    await writeFile(path.join(folder, "empty.mjs"), "");
    await writeFile(
      path.join(folder, "slow.mjs"),
      'console.log("still reading");\nsetInterval(() => {}, 1000);',
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("ingests, waits until the server is ready, hands it its folders and settings and stops it", async () => {
    const server = await startServer(settings("ingest.mjs", "good.mjs"));
    const reply = await fetch(server.url);
    expect(await reply.text()).toBe(`${path.join(folder, "corpus")} ${path.join(folder, "data")} builtin`);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await server.stop();
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it("repeats the last words of a server that ends before it is ready", async () => {
    await expect(startServer(settings("empty.mjs", "bad.mjs"))).rejects.toThrow(
      /ended early; it says:\nPORT is taken/,
    );
  });

  it("repeats the last words of an ingest that fails", async () => {
    const failing = startServer(settings("bad.mjs", "good.mjs"));
    await expect(failing).rejects.toThrow(/corpus could not be read; it says:\nPORT is taken/);
  });

  it("gives up on a server that is not ready in time", async () => {
    const slow = { ...settings("empty.mjs", "slow.mjs"), readyWithinMs: 1500 };
    await expect(startServer(slow)).rejects.toThrow(/not ready after 1.5 s; it says:\nstill reading/);
  });

  function settings(ingest: string, serve: string) {
    return {
      corpus: path.join(folder, "corpus"),
      dataDirectory: path.join(folder, "data"),
      logFile: path.join(folder, `${serve}.log`),
      environment: offline,
      ingest: [path.join(folder, ingest)],
      serve: [path.join(folder, serve)],
    };
  }
});
