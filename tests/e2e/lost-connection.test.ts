import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { type CuttingProxy, openProxy } from "./cutting-proxy.ts";
import { handbook } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

describe.skipIf(browserPath === null)("a lost connection", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let proxy: CuttingProxy;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ [handbook.path]: handbook.text });
    browser = await openBrowser({ locale: "en-GB" });
  });

  beforeEach(async () => {
    proxy = await openProxy(server.url);
    page = await browser.newPage();
    await page.goto(proxy.url);
  });

  afterEach(async () => {
    await page.close();
    await proxy.close();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test.for(["event: retrieved\n", "event: delta\n", "event: verdict\n"])(
    "[R064] is made again after %j, and the answer goes on where it was cut, asked once",
    async (mark) => {
      proxy.cutAfter(mark);
      await ask(page);
      await page.locator("[data-status=answered]").waitFor();
      // Without the first event whole, the page has no id to follow: it sends the same question with the same key.
      const resumed = mark.includes("retrieved")
        ? /^POST \/api\/ask$/
        : /^GET \/api\/answers\/[\w-]+\/events$/;
      expect(proxy.passed).toEqual(["POST /api/ask", expect.stringMatching(resumed)]);
      expect(await storedQuestions(page)).toEqual([handbook.question]);
      const shown = await page.locator(".answer-text").textContent();
      await page.reload();
      await page.locator("[data-status=answered]").waitFor();
      expect(await page.locator(".answer-text").textContent()).toBe(shown);
    },
  );

  test("[R069] before the first byte leaves a question that can be sent again, and is answered once", async () => {
    proxy.swallow("cut");
    await ask(page);
    await page.getByRole("alert").getByText("The server cannot be reached.").waitFor();
    proxy.heal();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator("[data-status=answered]").waitFor();
    expect(await storedQuestions(page)).toEqual([handbook.question]);
  });

  test("[R064] by a reload in mid-answer is followed again on the new page", async () => {
    proxy.swallow("wait");
    await ask(page);
    await page.getByRole("status").getByText("Searching the documents…").waitFor();
    await expect.poll(() => proxy.passed.length).toBe(1);
    proxy.heal();
    await page.reload();
    await page.locator("[data-status=answered]").waitFor();
    expect(await storedQuestions(page)).toEqual([handbook.question]);
    await page.reload();
    await page.locator("[data-status=answered]").waitFor();
    expect(await page.getByRole("article").count()).toBe(2);
  });

  test("of the whole network is said, and what is written is kept", async () => {
    await browser.setOffline(true);
    await page.getByRole("status").getByText("You are offline").waitFor();
    await page.getByRole("textbox", { name: "Your question" }).fill("For later");
    await browser.setOffline(false);
    await page.getByText("You are offline").waitFor({ state: "detached" });
    await page.reload();
    const box = page.getByRole("textbox", { name: "Your question" });
    await expect.poll(() => box.inputValue()).toBe("For later");
  });
});

async function ask(page: Page): Promise<void> {
  const box = page.getByRole("textbox", { name: "Your question" });
  await box.fill(handbook.question);
  await box.press("Enter");
}

/** The questions that the server keeps of the conversation shown. */
function storedQuestions(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const stored = await (await fetch(`/api/conversations/${location.pathname.slice(3)}`)).json();
    return stored.turns.map(({ question }: { question: string }) => question);
  });
}
