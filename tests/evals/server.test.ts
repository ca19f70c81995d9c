import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "../../evals/server.ts";

const program = `
import { createServer } from "node:http";
const readyAt = Date.now() + 300;
createServer((request, response) => {
  response.statusCode = request.url === "/readyz" && Date.now() < readyAt ? 503 : 200;
  response.end(process.env.CORPUS_DIR + " " + process.env.DATA_DIR);
}).listen(Number(process.env.PORT), process.env.HOST);
`;

describe("startServer", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "groundline-server-"));
    await writeFile(path.join(folder, "good.mjs"), program);
    await writeFile(path.join(folder, "bad.mjs"), 'console.error("PORT is taken");\nprocess.exit(1);');
    await writeFile(
      path.join(folder, "slow.mjs"),
      'console.log("still reading");\nsetInterval(() => {}, 1000);',
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("waits until the server is ready, hands it its folders and stops it", async () => {
    const server = await startServer(settings("good.mjs"));
    const reply = await fetch(server.url);
    expect(await reply.text()).toBe(`${path.join(folder, "corpus")} ${path.join(folder, "data")}`);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await server.stop();
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it("repeats the last words of a server that ends before it is ready", async () => {
    await expect(startServer(settings("bad.mjs"))).rejects.toThrow(
      /ended before it was ready; it said:\nPORT is taken/,
    );
  });

  it("gives up on a server that is not ready in time", async () => {
    const slow = { ...settings("slow.mjs"), readyWithinMs: 1500 };
    await expect(startServer(slow)).rejects.toThrow(/not ready after 2 s; it said:\nstill reading/);
  });

  function settings(file: string) {
    return {
      corpus: path.join(folder, "corpus"),
      dataDirectory: path.join(folder, "data"),
      logFile: path.join(folder, `${file}.log`),
      program: path.join(folder, file),
    };
  }
});
