import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { disguised, record } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

describe.skipIf(browserPath === null)("a document's page", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({
      [record.path]: record.text,
      [disguised.path]: disguised.text,
    });
    browser = await openBrowser({ locale: "en-GB" });
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("opens at the lines its address names, and follows when the address changes", async () => {
    await page.goto(`${server.url}/sources/${record.path}#L700-L702`);
    await page.locator("mark").first().waitFor();
    expect(await page.locator("mark").allTextContents()).toEqual([
      "Entry 700 of the minutes was approved.",
      "Entry 701 of the minutes was approved.",
      "Entry 702 of the minutes was approved.",
    ]);
    await expect.poll(() => isInView(line(page, 701))).toBe(true);

    await page.evaluate(() => {
      window.location.hash = "#L5";
    });
    await expect
      .poll(() => page.locator("mark").allTextContents())
      .toEqual(["Entry 5 of the minutes was approved."]);
    await expect.poll(() => isInView(line(page, 5))).toBe(true);
  });

  test("loads earlier lines when scrolled up, without moving what is being read", async () => {
    await page.goto(`${server.url}/sources/${record.path}#L900`);
    const first = line(page, 700);
    await first.waitFor();
    expect(await line(page, 699).count()).toBe(0);
    await first.scrollIntoViewIfNeeded();
    await line(page, 300).waitFor({ state: "attached" });
    expect(await isInView(first)).toBe(true);
  });

  test("loads every line when each next part is asked for", async () => {
    await page.goto(`${server.url}/sources/${record.path}`);
    await line(page, 1).waitFor();
    while ((await page.getByText("End of the document").count()) === 0) {
      const last = page.locator("[data-line]").last();
      const number = Number(await last.getAttribute("data-line"));
      await last.scrollIntoViewIfNeeded();
      await line(page, number + 1)
        .or(page.getByText("End of the document"))
        .first()
        .waitFor({ state: "attached" });
    }
    expect(await page.locator("[data-line]").count()).toBe(record.lineCount);
  });

  test("says so when the cited lines are past the end", async () => {
    await page.goto(`${server.url}/sources/${record.path}#L5000`);
    await page.getByText("it ends at line 1300").waitFor();
    await line(page, 1300).waitFor();
  });

  test("[R012] shows hidden characters of a line as marks that turn nothing", async () => {
    await page.goto(`${server.url}/sources/${disguised.path}#L2`);
    const cited = page.locator("mark");
    await cited.waitFor();
    expect(await cited.textContent()).toBe("payU+200Bment to U+202Eyna");
    expect(await cited.locator(".hidden-character").allTextContents()).toEqual(["U+200B", "U+202E"]);
  });

  test("says so when there is no such document", async () => {
    await page.goto(`${server.url}/sources/records/gone.txt`);
    await page.getByRole("alert").getByText("no longer there").waitFor();
  });
});

function line(page: Page, number: number): Locator {
  return page.locator(`[data-line="${number}"]`);
}

function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const place = node.getBoundingClientRect();
    const room = node.closest("section")?.getBoundingClientRect();
    return room !== undefined && place.top >= room.top && place.bottom <= room.bottom;
  });
}
