import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook, record } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

const plan = {
  path: "plans/harbour.md",
  text: [
    "# 海港計劃",
    "",
    "## 渡輪服務",
    ...Array.from({ length: 80 }, (_, index) => `渡輪第 ${index + 1} 班準時開出。`),
    "## 碼頭重建",
    "四個碼頭將於三年內重建。",
    "在重建期間，政府會推動新質",
    "生產力，並保留所有航線。",
    ...Array.from({ length: 80 }, (_, index) => `碼頭第 ${index + 1} 號泊位已啟用。`),
  ].join("\n"),
};

describe.skipIf(browserPath === null)("the source viewer", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({
      [record.path]: record.text,
      [plan.path]: plan.text,
      [handbook.path]: handbook.text,
    });
    browser = await openBrowser({ locale: "en-GB" });
  });

  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const hash = () => page.evaluate(() => window.location.hash);
  const cited = () =>
    page
      .locator("[data-cited]")
      .evaluateAll((lines) => lines.map((line) => Number((line as HTMLElement).dataset.line)));

  test("puts the lines into the address by click and Shift-click, and copies their link", async () => {
    await page.goto(`${server.url}/sources/${record.path}`);
    await number(page, 4).click();
    await expect.poll(hash).toBe("#L4");
    await number(page, 7).click({ modifiers: ["Shift"] });
    await expect.poll(hash).toBe("#L4-L7");
    await number(page, 2).click({ modifiers: ["Shift"] });
    await expect.poll(hash).toBe("#L2-L4");
    expect(await cited()).toEqual([2, 3, 4]);

    await browser.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy a link to lines 2–4" }).click();
    await page.getByRole("status").getByText("Link copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${server.url}/sources/${record.path}#L2-L4`,
    );
  });

  test("chooses lines by the keyboard alone", async () => {
    await page.goto(`${server.url}/sources/${record.path}#L4`);
    await page.locator("mark").waitFor();
    await number(page, 4).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(hash).toBe("#L5");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await expect.poll(hash).toBe("#L5-L7");
    for (let press = 0; press < 4; press++) await page.keyboard.press("Shift+ArrowUp");
    await expect.poll(hash).toBe("#L3-L5");
  });

  test("finds words in the other script and across a line end, and goes from one to the next", async () => {
    await page.goto(`${server.url}/sources/${plan.path}`);
    await page.locator("[data-line]").first().waitFor();
    await page.keyboard.press("Control+f");
    const box = page.getByRole("textbox", { name: "Find in this document" });
    await box.fill("新质生产力");
    await page.getByText("1 of 1", { exact: true }).waitFor();
    await expect.poll(() => page.locator(".found").allTextContents()).toEqual(["新質", "生產力"]);

    await box.fill("碼頭");
    await page.getByText(/^\d+ of 82$/).waitFor();
    const before = await currentLine(page);
    await box.press("Enter");
    await expect.poll(() => currentLine(page)).not.toBe(before);
    await box.press("Shift+Enter");
    await expect.poll(() => currentLine(page)).toBe(before);

    await box.fill("沒有這個詞");
    await page.getByText("No matches").waitFor();
    await box.press("Escape");
    expect(await page.locator(".found").count()).toBe(0);
    await expect.poll(() => focusedLabel(page)).toBe("Find in this document");
  });

  test("goes to a heading of the outline, and marks the one that is being read", async () => {
    await page.setViewportSize({ width: 900, height: 700 });
    await page.goto(`${server.url}/sources/${plan.path}`);
    await page.getByRole("button", { name: "Outline" }).click();
    const outline = page.getByRole("navigation", { name: "Outline" });
    expect(await outline.getByRole("button").allTextContents()).toEqual(["渡輪服務", "碼頭重建"]);
    await outline.getByRole("button", { name: "碼頭重建" }).click();
    await page.locator('[data-line="84"]', { hasText: "碼頭重建" }).waitFor();
    expect(await outline.count()).toBe(0);
    await page.getByRole("button", { name: "Outline" }).click();
    await outline.locator('[aria-current="location"]').waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test("marks the heading of the cited line, though lines of the one before stand above it", async () => {
    await page.goto(`${server.url}/sources/${plan.path}#L85`);
    await page.locator("mark").waitFor();
    await page.locator('[data-line="80"]').waitFor();
    const current = page.getByRole("navigation", { name: "Outline" }).locator('[aria-current="location"]');
    await expect.poll(() => current.allTextContents()).toEqual(["碼頭重建"]);
  });

  test("says what a selected word is in the other language, and gives way to Escape", async () => {
    await page.goto(`${server.url}/sources/${plan.path}`);
    await selectText(page, 3, 3, 5);
    await page.getByRole("button", { name: "Look up" }).click();
    const gloss = page.getByRole("dialog", { name: "Dictionary" });
    await gloss.getByText("ferry").first().waitFor();
    await gloss.getByText("dù lún").waitFor();
    await page.keyboard.press("Escape");
    await gloss.waitFor({ state: "detached" });

    await page.getByRole("button", { name: "Dictionary" }).press("Enter");
    await gloss.getByRole("textbox").fill("Policy Address");
    await gloss
      .getByText(/施政報告/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => focusedLabel(page)).toBe("Dictionary");
  });

  test("goes with a citation to a page that finds its quote again after an edit", async () => {
    await page.goto(server.url);
    await page.getByRole("textbox").fill(handbook.question);
    await page.keyboard.press("Enter");
    const chip = page.getByRole("button", { name: /^Citation 1:/ });
    await chip.click();
    const pane = page.getByRole("dialog");
    await pane.locator("mark", { hasText: "兩盒月餅" }).waitFor();
    const full = pane.getByRole("link", { name: /^Open the full page/ });
    const address = await full.evaluate((link) => (link as HTMLAnchorElement).href);
    expect(address).toMatch(/\?answer=[\w-]+&citation=\d+#L7\d/);
    await page.setViewportSize({ width: 1280, height: 600 });
    const outline = pane.getByRole("button", { name: "Outline" });
    await pane.locator(".why-summary").click();
    await pane.locator(".why-bars").waitFor();
    await outline.click();
    const isCitedInView = () =>
      pane.locator(".source-scroll").evaluate((scroller) => {
        const around = scroller.getBoundingClientRect();
        const cited = scroller.querySelector("[data-cited]")?.getBoundingClientRect();
        return cited !== undefined && cited.top >= around.top && cited.top < around.bottom - 20;
      });
    await expect.poll(isCitedInView).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
    await pane.getByRole("navigation", { name: "Outline" }).waitFor();
    await outline.press("Escape");
    await pane.getByRole("navigation", { name: "Outline" }).waitFor({ state: "detached" });
    await outline.press("Escape");
    await expect.poll(() => focusedLabel(page)).toMatch(/^Citation 1:/);

    await server.edit({ [handbook.path]: handbook.text.replace("員工手冊", "員工手冊\n修訂版\n") });
    await page.goto(address);
    await page.locator("mark", { hasText: "兩盒月餅" }).waitFor();
    await page.getByText(/^The document has been edited since\. The quoted words now stand here:/).waitFor();
    const [before, after] = [new URL(address).hash, await hash()].map((hash) =>
      Number(/\d+/.exec(hash)?.[0]),
    );
    expect(after).toBe((before ?? 0) + 2);
  });
});

function number(page: Page, line: number): Locator {
  return page.locator(`[data-line="${line}"] a.line-number`);
}

function currentLine(page: Page): Promise<string | undefined> {
  return page
    .locator("[data-line]:has(.found[data-current])")
    .first()
    .evaluate((line) => (line as HTMLElement).dataset.line);
}

function focusedLabel(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
}

/** Selects characters of a line's text, as a reader would by drawing over them. */
async function selectText(page: Page, line: number, from: number, to: number): Promise<void> {
  await page.locator(`[data-line="${line}"] .visible-text`).evaluate(
    (element, [start, end]) => {
      const text = element.firstChild;
      if (text === null) throw new Error("The line is empty.");
      document.getSelection()?.setBaseAndExtent(text, start, text, end);
    },
    [from, to] as const,
  );
}
