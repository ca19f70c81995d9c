import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

describe.skipIf(browserPath === null)("a conversation's page", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ [handbook.path]: handbook.text });
    browser = await openBrowser({ locale: "en-GB" });
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("has the conversation's address after the first answer, and shows it again with its citations", async () => {
    await page.goto(server.url);
    await ask(page, handbook.question);
    await page.locator("[data-status=answered]").waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/c\/[\w-]{36}$/);
    const address = page.url();

    await openCitation(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => page.url()).toBe(address);

    await page.reload();
    await page.locator("[data-status=answered]").waitFor();
    expect(await page.getByRole("article").first().textContent()).toContain(handbook.question);
    await openCitation(page);
    await page.getByRole("dialog").locator("mark", { hasText: handbook.citedText }).waitFor();
    expect(await page.getByText("has been edited since").count()).toBe(0);
  });

  test("goes on with a follow-up in the same conversation, and begins anew on demand", async () => {
    const address = page.url();
    await page.reload();
    await page.locator("[data-status]").first().waitFor();
    await ask(page, handbook.question);
    await expect.poll(() => page.locator("[data-status]").count()).toBe(2);
    expect(page.url()).toBe(address);
    await page.reload();
    await expect.poll(() => page.locator("[data-status]").count()).toBe(2);

    await page.getByRole("button", { name: "New chat" }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/");
    await page.goto(address);
    await expect.poll(() => page.locator("[data-status]").count()).toBe(2);
  });

  test("[R053] says that it is not there to another reader", async () => {
    const other = await openBrowser({ locale: "en-GB" });
    const opened = await other.newPage();
    await opened.goto(page.url());
    await opened.getByRole("alert").getByText("not there, or it is not yours").waitFor();
    await other.close();
  });

  test("[R034] opens a citation where its words are now, and says when they are gone", async () => {
    const moved = handbook.text.replace(/^/, "新的一行。\n新的又一行。\n");
    await server.edit({ [handbook.path]: moved });
    await openCitation(page);
    const pane = page.getByRole("dialog");
    const line = handbook.citedLine + 2;
    await pane
      .getByText(/^The document has been edited since\. The quoted words now stand here: lines? \d/)
      .waitFor();
    const cited = pane.locator("mark", { hasText: handbook.citedText });
    expect(await cited.locator("xpath=..").getAttribute("data-line")).toBe(String(line));
    await page.keyboard.press("Escape");
    await pane.waitFor({ state: "detached" });

    await server.edit({ [handbook.path]: handbook.text.replace(handbook.citedText, "此條已刪除。") });
    await openCitation(page);
    await pane.getByText("the quoted words are no longer in it").waitFor();
    expect(await pane.locator("mark").count()).toBe(0);
  }, 120_000);
});

async function ask(page: Page, question: string): Promise<void> {
  const box = page.getByRole("textbox");
  await box.fill(question);
  await box.press("Enter");
}

async function openCitation(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Citation 1:/ })
    .first()
    .click();
}
