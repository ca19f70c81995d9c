import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer, Citation } from "../../server/api/types.ts";
import { post } from "../server/fake-parts.ts";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

describe.skipIf(browserPath === null)("a reader", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ [handbook.path]: handbook.text });
    browser = await openBrowser();
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("asks, gets an answer as a stream, and checks it against the cited lines", async () => {
    await page.goto(server.url);
    const response = page.waitForResponse("**/api/ask");
    await ask(page, handbook.question);
    expect((await response).headers()["content-type"]).toContain("text/event-stream");

    const answer = page.getByRole("article").last();
    await answer.getByText("每位員工派發兩盒月餅").first().waitFor();
    const chip = answer.getByRole("button", { name: /^引文 1：/ });
    await chip.click();

    const pane = page.getByRole("dialog");
    const cited = pane.locator("mark", { hasText: handbook.citedText });
    await cited.waitFor();
    const { startLine, endLine } = await firstCitation(server.url);
    expect(await pane.locator("[data-cited]").count()).toBe(endLine - startLine + 1);
    expect(await cited.locator("xpath=..").getAttribute("data-line")).toBe(String(handbook.citedLine));
    await expect.poll(() => isInMiddle(cited, pane.getByRole("region"))).toBe(true);

    await page.keyboard.press("Escape");
    await pane.waitFor({ state: "detached" });
    await expect.poll(() => chip.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test("sees a citation's quote on the keyboard's focus, and opens its full page", async () => {
    await page.goto(server.url);
    await ask(page, handbook.question);
    const chip = page.getByRole("button", { name: /^引文 1：/ });
    await chip.waitFor();
    await page.keyboard.press("Shift+Tab");
    while (!(await chip.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press("Shift+Tab");
    }
    await page.getByRole("tooltip").getByText(handbook.citedText.slice(0, 12)).waitFor();

    await page.keyboard.press("Enter");
    const link = page.getByRole("dialog").getByRole("link", { name: /^開啟整頁/ });
    const opened = browser.waitForEvent("page");
    await link.click();
    const fullPage = await opened;
    await fullPage.locator("mark", { hasText: handbook.citedText }).waitFor();
    const { startLine, endLine } = await firstCitation(server.url);
    const lines = startLine === endLine ? `L${startLine}` : `L${startLine}-L${endLine}`;
    expect(decodeURI(fullPage.url()).replace(/\?answer=[\w-]+&citation=1(?=#)/, "")).toBe(
      `${server.url}/sources/${handbook.path}#${lines}`,
    );
    await fullPage.close();
  });

  test("is told when the documents do not answer", async () => {
    await page.goto(server.url);
    await ask(page, "How do I repair a bicycle tyre?");
    const answer = page.locator("[data-status]").last();
    await answer.waitFor();
    expect(await answer.getAttribute("data-status")).toBe("not_found");
    expect(await answer.getByRole("button", { name: /^引文/ }).count()).toBe(0);
  });
});

/** The same question's first citation, from the API. */
async function firstCitation(url: string): Promise<Citation> {
  const response = await fetch(`${url}/api/ask`, post({ question: handbook.question }));
  const { citations }: Answer = await response.json();
  return citations[0] as Citation;
}

async function ask(page: Page, question: string): Promise<void> {
  const box = page.getByRole("textbox", { name: "你的問題" });
  await box.fill(question);
  await box.press("Enter");
}

/** Whether an element stands in the middle third of what its scroller shows. */
async function isInMiddle(element: Locator, scroller: Locator): Promise<boolean> {
  const [inner, outer] = await Promise.all([element.boundingBox(), scroller.boundingBox()]);
  if (inner === null || outer === null) return false;
  const middle = inner.y + inner.height / 2 - outer.y;
  return middle > outer.height / 3 && middle < (outer.height * 2) / 3;
}
