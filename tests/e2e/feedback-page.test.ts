import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseCases } from "../../evals/datasets/case.ts";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

describe.skipIf(browserPath === null)("whoever answers for quality", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ [handbook.path]: handbook.text }, { KEEPER_PAGES: "on" });
    browser = await openBrowser({ locale: "en-GB" });
    page = await browser.newPage();
    // A page that asks for nothing of the reader's own, so that the first answer gives the cookie.
    await page.goto(`${server.url}/documents`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("sees what readers rated and asked in vain, and takes it along as a case for the evals", async () => {
    const rated = await ask(page, handbook.question);
    await page.evaluate(
      ([id]) =>
        fetch(`/api/answers/${id}/feedback`, {
          method: "PUT",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ rating: "up", reason: "Just the line I needed." }),
        }),
      [rated],
    );
    await ask(page, "How do I repair a bicycle tyre?");

    await page.goto(`${server.url}/documents`);
    await page.getByRole("link", { name: "Readers’ feedback" }).click();
    await page.getByRole("radio", { name: /^Helpful/ }).check();
    await page.getByText("Just the line I needed.").waitFor();
    const [answered] = parseCases(await copyCase(), "cases.jsonl");
    expect(answered).toMatchObject({ question: handbook.question, type: "fact" });
    expect(answered?.gold[0]?.document).toBe(handbook.path);

    await page.getByRole("radio", { name: /^Not answered/ }).check();
    await page.getByRole("heading", { name: "How do I repair a bicycle tyre?" }).waitFor();
    expect(parseCases(await copyCase(), "cases.jsonl")).toMatchObject([{ type: "unanswerable", gold: [] }]);
    await page.getByRole("checkbox").first().check();
    expect(parseCases(await copyCase(), "cases.jsonl")).toMatchObject([
      { type: "fact", gold: [{ document: handbook.path }] },
    ]);
  });

  async function copyCase(): Promise<string> {
    await browser.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy as eval case" }).click();
    await page.getByText("Copied: add it as a line to a dataset file.").waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  }
});

/** Asks as the page would, and gives the answer's id. */
function ask(page: Page, question: string): Promise<string> {
  return page.evaluate(async (text) => {
    const response = await fetch("/api/ask", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ question: text }),
    });
    return ((await response.json()) as { id: string }).id;
  }, question);
}
