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

  test("loads the lines that are scrolled to, without moving what is being read", async () => {
    await page.goto(`${server.url}/sources/${record.path}#L900`);
    await page.locator("mark").waitFor();
    while ((await firstInView(page)) > 380) {
      await page.locator(".source-scroll").evaluate(async (scroller) => {
        scroller.dispatchEvent(new WheelEvent("wheel"));
        scroller.scrollTop -= 700;
        // The lines that come into view are drawn in the next frame, and measured before the one after it.
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      });
      const reached = await firstInView(page);
      await textOf(page, reached).waitFor();
      expect(await firstInView(page)).toBe(reached);
    }
  });

  test("holds few of the lines of a long document at a time, and comes to its last one", async () => {
    await page.goto(`${server.url}/sources/${record.path}`);
    await textOf(page, 1).waitFor();
    await page.getByRole("region", { name: /^Lines of/ }).press("End");
    await textOf(page, record.lineCount).waitFor();
    expect(await page.locator("[data-line]").count()).toBeLessThan(200);
    await page.getByText("End of the document").waitFor();
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

function textOf(page: Page, number: number): Locator {
  return line(page, number).getByText(`Entry ${number} of`);
}

/** The number of the first line that is wholly in view. */
function firstInView(page: Page): Promise<number> {
  return page.evaluate(() => {
    const top = document.querySelector(".source-scroll")?.getBoundingClientRect().top ?? 0;
    const lines = [...document.querySelectorAll<HTMLElement>("[data-line]")];
    return Number(lines.find((line) => line.getBoundingClientRect().top >= top)?.dataset.line);
  });
}

function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const place = node.getBoundingClientRect();
    const room = node.closest("section")?.getBoundingClientRect();
    return room !== undefined && place.top >= room.top && place.bottom <= room.bottom;
  });
}
