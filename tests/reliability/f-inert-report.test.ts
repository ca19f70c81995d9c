import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { caseSchema } from "../../evals/datasets/case.ts";
import { writeReport } from "../../evals/report/report.ts";
import type { CaseResult } from "../../evals/run.ts";
import { scoreCases } from "../../evals/score-cases.ts";
import { openDictionary } from "../../ingest/language/open-dictionary.ts";
import { browserPath } from "../e2e/browser.ts";
import { payloads } from "./payloads.ts";
import { findHarm, openWatchedBrowser } from "./watched-browser.ts";

const hostile = payloads[16] ?? "";

it.skipIf(browserPath === null)(
  "[R081] [R082] [R083] texts that load or run something are text in the evals' report",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "groundline-report-"));
    const results = payloads.map(toResult);
    const scored = scoreCases(results, { limit: 10, dictionary: openDictionary(undefined) });
    const server = {
      ready: true,
      message: hostile,
      documents: 1,
      passages: 1,
      generation: "g",
      model: hostile,
    };
    await writeReport(folder, {
      dataset: hostile,
      commit: hostile,
      limit: 10,
      server,
      results,
      scored,
      gate: { refusals: [hostile], changes: [] },
      judge: null,
      errored: 0,
    });
    const browser = await openWatchedBrowser();
    const page = await browser.context.newPage();
    await page.goto(pathToFileURL(join(folder, "report.html")).href);
    const rows = page.locator("article");
    expect(await rows.count()).toBe(payloads.length);
    for (const [index, payload] of payloads.entries()) {
      const row = rows.filter({ has: page.getByText(`case ${index}`, { exact: true }) });
      expect(await row.textContent()).toContain(payload);
    }
    await page.getByRole("searchbox").fill("<img src=x onerror");
    await expect.poll(() => page.locator("article:visible").count()).toBeLessThan(payloads.length);
    expect(await findHarm(page.mainFrame())).toEqual([]);
    expect(browser.takeTrouble()).toEqual([]);
    await browser.close();
    await rm(folder, { recursive: true });
  },
);

/** A question answered from the wrong lines, of which every text is the payload. */
function toResult(payload: string, index: number): CaseResult {
  const one = caseSchema.parse({
    id: `case ${index}`,
    lang: "en",
    question: payload,
    type: "fact",
    gold: [{ doc: payload, start: 1, end: 1, quote: payload }],
  });
  const citation = { marker: 1, document: payload, startLine: 9, endLine: 9, quote: payload };
  const passage = { document: payload, startLine: 9, endLine: 9, score: 1 };
  const value = {
    answer: {
      status: "answered" as const,
      text: `${payload} [1]`,
      language: "en" as const,
      mode: "model",
      citations: [citation],
    },
    retrieved: [passage],
    citations: [{ ...citation, lines: [{ number: 9, text: payload }] }],
  };
  return {
    case: one,
    search: { status: "done", value: [passage], elapsedInMs: 2 },
    ask: { status: "done", value, elapsedInMs: 5 },
  };
}
