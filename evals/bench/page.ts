import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { readOptions } from "../read-options.ts";
import { offline, startServer } from "../server.ts";
import { createGenerator } from "./generate-documents.ts";
import { timeComposer } from "./page/composer-time.ts";
import { measureFirstLoad, measureLoader } from "./page/first-load.ts";
import { measureScroll } from "./page/scroll-frames.ts";

/** What a reader's browser loads, how soon it takes a question, and how evenly a long document scrolls in it. */
const usage = `npx tsx evals/bench/page.ts [options]
  Measures the page in Chromium (CHROMIUM_PATH, or /usr/bin/chromium).
  --lines N    of the document that is scrolled (100000)
  --runs N     loads of the page for each figure (7)`;
const values = readOptions(usage, {
  lines: { type: "string", default: "100000" },
  runs: { type: "string", default: "7" },
});
const runs = Number(values.runs);
const slowdown = 4;

const folder = await mkdtemp(join(tmpdir(), "groundline-page-"));
const corpus = join(folder, "corpus");
await mkdir(corpus);
await writeFile(join(corpus, "long.txt"), writeLongDocument(Number(values.lines)));
const server = await startServer({
  corpus,
  dataDirectory: join(folder, "data"),
  logFile: join(folder, "server.log"),
  environment: offline,
  readyWithinMs: 600_000,
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  console.log(await measureFirstLoad(browser, server.url));
  console.log(await measureLoader(server.url));
  console.log(`composer takes text, ${await timeComposer(browser, server.url, { runs, slowdown: 1 })}`);
  console.log(
    `composer takes text, processor slowed ${slowdown} times, ${await timeComposer(browser, server.url, { runs, slowdown })}`,
  );
  const source = `${server.url}/sources/long.txt`;
  // Three lines a frame, as a wheel is turned, and 170, as a long document is thrown.
  for (const [name, pixelsPerSecond, pixels] of [
    ["wheel", 5_000, 30_000],
    ["fling", 265_000, 1_600_000],
  ] as const) {
    console.log(`${name}, ${await measureScroll(browser, source, { pixels, pixelsPerSecond })}`);
  }
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
}

/** Lines of different lengths, of which few are new: what is searched in it does not matter here. */
function writeLongDocument(lineCount: number): string {
  const generator = createGenerator();
  const lines = Array.from({ length: 200 }, (_, number) => generator.document(number).split("\n")).flat();
  return Array.from({ length: lineCount }, (_, index) => lines[index % lines.length]).join("\n");
}
