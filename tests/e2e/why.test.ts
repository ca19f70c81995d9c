import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

describe.skipIf(browserPath === null)("why this passage", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ [handbook.path]: handbook.text });
    browser = await openBrowser({ width: 360, height: 720 });
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("is told on request, by keyboard: the question's words with their translations, and what counted", async () => {
    await page.goto(server.url);
    await ask(page, "How many boxes of mooncakes does each employee get before the Mid-Autumn Festival?");
    await page.getByRole("button", { name: /^引文 1：/ }).press("Enter");
    const pane = page.getByRole("dialog");
    await pane.locator("mark", { hasText: handbook.citedText }).waitFor();

    const searches: unknown[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/search")) searches.push(request.postDataJSON());
    });
    const summary = pane.locator("summary", { hasText: "為甚麼是這段" });
    expect(searches).toEqual([]);
    await summary.press("Enter");

    const reasons = pane.getByRole("region", { name: "為甚麼是這段" });
    const mooncakes = reasons.getByRole("listitem").filter({ hasText: "mooncakes" });
    await mooncakes.getByText("月餅").waitFor();
    expect(await mooncakes.textContent()).toContain("翻譯");
    await reasons.getByText("用語相符").waitFor();
    expect(searches).toMatchObject([{ documents: [handbook.path], explain: true }]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await pane.locator("mark", { hasText: handbook.citedText }).isVisible()).toBe(true);
  });

  test("counts the earlier question for one that leans on it", async () => {
    await page.goto(server.url);
    await ask(page, handbook.question);
    await page
      .getByRole("button", { name: /^引文 1：/ })
      .first()
      .waitFor();
    await ask(page, "那由誰派發呢？");
    const answer = page.locator("[data-turn]").last();
    await answer.getByRole("button", { name: /^引文 1：/ }).click();
    const pane = page.getByRole("dialog");
    await pane.locator("summary").click();
    const earlier = pane.getByRole("listitem").filter({ hasText: "來自之前的對話" });
    await earlier.filter({ hasText: "月餅" }).first().waitFor();
  });
});

async function ask(page: Page, question: string): Promise<void> {
  const box = page.getByRole("textbox", { name: "你的問題" });
  await box.fill(question);
  await box.press("Enter");
}
