import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

const rooms = "第 42 號會議室可容納多少人？";

describe.skipIf(browserPath === null)("the list of conversations", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;
  let list: Locator;

  beforeAll(async () => {
    server = await startServer({ [handbook.path]: handbook.text });
    browser = await openBrowser({ locale: "en-GB" });
    page = await browser.newPage();
    list = page.getByRole("navigation", { name: "Conversations" });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("holds each conversation under its day once it has an answer, and marks the one shown", async () => {
    await page.goto(server.url);
    await list.getByText("Your conversations will be listed here.").waitFor();
    await ask(page, handbook.question);
    await page.locator("[data-status]").waitFor();
    await list.getByRole("button", { name: "New chat" }).click();
    await ask(page, rooms);
    await page.locator("[data-status]").waitFor();

    const today = list.getByRole("region", { name: "Today" });
    await expect.poll(() => today.getByRole("link").allTextContents()).toEqual([rooms, handbook.question]);
    expect(await shownTitle(list)).toBe(rooms);
  });

  test("goes from one to another without losing its place in the browser's history", async () => {
    const address = page.url();
    await list.getByRole("link", { name: handbook.question }).click();
    await page.getByRole("article").getByText(handbook.question).waitFor();
    await expect.poll(() => page.url()).not.toBe(address);
    await page
      .getByRole("button", { name: /^Citation 1:/ })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();

    await list.getByRole("link", { name: rooms }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("article").getByText(rooms).waitFor();
    expect(page.url()).toBe(address);
    await page.goBack();
    await page.getByRole("article").getByText(handbook.question).waitFor();
    await page.goForward();
    await page.getByRole("article").getByText(rooms).waitFor();
  });

  test("finds a conversation by the words of its messages", async () => {
    const search = list.getByRole("searchbox", { name: "Search conversations" });
    await search.fill("月餅");
    await expect.poll(() => list.getByRole("link").allTextContents()).toEqual([handbook.question]);
    await search.fill("no such words");
    await list.getByText("No conversation holds these words.").waitFor();
    await search.press("Escape");
    await expect.poll(() => list.getByRole("link").count()).toBe(2);
  });

  test("marks an answer that ended in a conversation out of view, until it is seen", async () => {
    await list.getByRole("button", { name: "New chat" }).click();
    const held = await holdAsking(page);
    await ask(page, "Which room holds four people?");
    await list.getByRole("link", { name: /four people.*answering/ }).waitFor();
    await list.getByRole("link", { name: rooms }).click();
    await page.getByRole("article").getByText(rooms).waitFor();
    held.release();
    const unread = list.getByRole("link", { name: /four people.*new answer/ });
    await unread.click();
    await page.locator("[data-status]").waitFor();
    await unread.waitFor({ state: "detached" });
  });

  test("is walked with the arrow keys; F2 renames, Delete deletes, and Ctrl+Z brings back", async () => {
    await list.getByRole("link", { name: rooms }).focus();
    await page.keyboard.press("ArrowDown");
    expect(await focusedText(page)).toBe(handbook.question);
    await page.keyboard.press("F2");
    await page.keyboard.type("Mooncakes");
    await page.keyboard.press("Enter");
    const renamed = list.getByRole("link", { name: "Mooncakes" });
    await renamed.waitFor();
    await expect.poll(() => focusedText(page)).toBe("Mooncakes");

    await page.keyboard.press("Delete");
    await renamed.waitFor({ state: "detached" });
    expect(await focusedText(page)).toBe(rooms);
    await page.getByRole("status").getByText("Conversation deleted").waitFor();
    await page.keyboard.press("Control+z");
    await renamed.waitFor();
    await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });

    await renamed.press("Delete");
    await renamed.waitFor({ state: "detached" });
    await page.reload();
    await expect.poll(() => list.getByRole("link").count()).toBe(2);
  });

  test("is gone up and down by Alt with the arrow keys, from the field too", async () => {
    await list.getByRole("link").first().click();
    const titles = await list.getByRole("link").allTextContents();
    await page.getByRole("textbox", { name: "Your question" }).press("Alt+ArrowDown");
    await expect.poll(() => shownTitle(list)).toBe(titles[1]);
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(() => shownTitle(list)).toBe(titles[0]);
    await page.keyboard.press("Alt+ArrowUp");
    expect(await shownTitle(list)).toBe(titles[0]);
    expect(await page.getByRole("textbox", { name: "Edit your question" }).count()).toBe(0);
  });

  test("gives its place to an open source where there is no room for both", async () => {
    await list.getByRole("link", { name: rooms }).click();
    await page.setViewportSize({ width: 1100, height: 800 });
    await page
      .getByRole("button", { name: /^Citation 1:/ })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
    await list.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Show conversations" }).click();
    await list.waitFor();
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    await page.getByRole("dialog").waitFor();
    await page.getByRole("button", { name: "Close the source" }).click();
    await list.waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test("begins anew when the conversation shown is deleted, and goes back to it when that is undone", async () => {
    const conversation = list.getByRole("link", { name: rooms });
    const start = page.getByRole("heading", { name: "What would you like to know?" });
    const deleteShown = async () => {
      await conversation.click();
      await page.getByRole("article").getByText(rooms).waitFor();
      await list.getByRole("button", { name: `Delete “${rooms}”` }).click();
      await start.waitFor();
      expect(new URL(page.url()).pathname).toBe("/");
    };
    await deleteShown();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("article").getByText(rooms).waitFor();
    await expect.poll(() => shownTitle(list)).toBe(rooms);

    await deleteShown();
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });
    await conversation.waitFor({ state: "detached" });
  });

  test("offers to undo again where the server is not reached", async () => {
    await list.getByRole("button", { name: "New chat" }).click();
    await ask(page, rooms);
    await page.locator("[data-status]").waitFor();
    const conversation = list.getByRole("link", { name: rooms });
    await conversation.press("Delete");
    await page.route("**/restore", (route) => route.abort());
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("status").getByText("This could not be saved.").waitFor();
    await page.unroute("**/restore");
    await page.getByRole("button", { name: "Undo" }).click();
    await conversation.waitFor();
    await conversation.press("Delete");
    await conversation.waitFor({ state: "detached" });
  });

  test("[R069] shows in one tab what was asked in another", async () => {
    await list.getByRole("link").first().click();
    await page.locator("[data-status]").first().waitFor();
    const other = await browser.newPage();
    await other.goto(page.url());
    await other.locator("[data-status]").first().waitFor();
    await ask(other, handbook.question);
    await expect.poll(() => other.locator("[data-status]").count()).toBe(2);
    await expect.poll(() => page.locator("[data-status]").count()).toBe(2);
    await other.close();
  });

  test("[R083] shows a title that looks like a page's code as text, and loads nothing for it", async () => {
    const title = `"><img src=https://evil.example/a onerror=window.pwned=1><svg onload=window.pwned=1>`;
    const foreign: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url)) foreign.push(request.url());
    });
    await list.getByRole("button", { name: "New chat" }).click();
    await ask(page, title);
    await page.locator("[data-status]").waitFor();
    await list.getByRole("link", { name: title }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("option", { name: title }).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(title);
    expect(await page.evaluate(() => "pwned" in window)).toBe(false);
    expect(foreign).toEqual([]);
  });

  test("covers the chat on a narrow screen, and closes on Esc, on the way back and when one is chosen", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const menu = page.getByRole("button", { name: "Show conversations" });
    await menu.click();
    expect(await list.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    const isMenuFocused = () => menu.evaluate((element) => element === document.activeElement);
    await expect.poll(isMenuFocused).toBe(true);
    const address = page.url();
    await menu.press("Enter");
    await list.waitFor();
    await page.goBack();
    await list.waitFor({ state: "detached" });
    expect(page.url()).toBe(address);
    await expect.poll(isMenuFocused).toBe(true);

    await menu.press("Enter");
    await list.getByRole("link").first().click();
    await list.waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

async function ask(page: Page, question: string): Promise<void> {
  const box = page.getByRole("textbox", { name: "Your question" });
  await box.fill(question);
  await box.press("Enter");
}

function shownTitle(list: Locator): Promise<string | null> {
  return list.locator("[aria-current=page]").textContent();
}

function focusedText(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}

/** Keeps the next question on its way to the server until it is released. */
async function holdAsking(page: Page): Promise<{ release: () => void }> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/ask", async (route) => {
    await released;
    await route.continue();
    await page.unroute("**/api/ask");
  });
  return { release };
}
