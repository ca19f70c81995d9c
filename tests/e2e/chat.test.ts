import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

describe.skipIf(browserPath === null)("the chat", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ [handbook.path]: handbook.text });
    browser = await openBrowser({ locale: "en-GB" });
  });

  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage();
    await page.goto(server.url);
    await page.evaluate(() => localStorage.clear());
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("offers questions about the documents and links to their pages", async () => {
    await page.getByRole("link", { name: /員工手冊/ }).click();
    await page.getByRole("heading", { level: 1, name: /員工手冊/ }).waitFor();
    await page.goBack();
    await page
      .getByRole("button", { name: /員工手冊/ })
      .first()
      .click();
    await page.locator("[data-status]").waitFor();
  });

  test("draws an answer while it arrives, and stops it on demand", async () => {
    const stream = await holdAnswer(page);
    await ask(page, "question");
    await stream.send("retrieved", { passages: [], id: "unknown", conversation: "unknown" });
    await stream.send("delta", { text: "First words" });
    await page.getByText("First words").waitFor();
    await stream.send("delta", { text: ", and more" });
    await page.getByText("First words, and more").waitFor();

    await page.getByRole("button", { name: "Stop answering" }).click();
    await page.getByText("Stopped. What is shown is incomplete").waitFor();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await expect.poll(() => stream.isAborted()).toBe(true);
  });

  test("[R066] calls a stream that ends early interrupted, and asks again", async () => {
    const stream = await holdAnswer(page);
    await ask(page, "question");
    await stream.send("retrieved", { passages: [], id: "unknown", conversation: "unknown" });
    await stream.send("delta", { text: "First words" });
    await stream.end();
    await page.getByRole("alert").getByText("The connection was lost").waitFor();

    await page.getByRole("button", { name: "Try again" }).click();
    await stream.send("error", {
      type: "",
      title: "Ask again in a moment.",
      status: 503,
      code: "shutting_down",
    });
    await page.getByRole("alert").getByText("Ask again in a moment.").waitFor();
    expect(await page.getByRole("article").count()).toBe(1);
  });

  test("keeps Enter for the input method while it composes", async () => {
    const box = page.getByRole("textbox");
    await box.fill("中秋");
    await box.evaluate((element) => {
      const options = { key: "Enter", bubbles: true, cancelable: true };
      element.dispatchEvent(new KeyboardEvent("keydown", { ...options, isComposing: true }));
      element.dispatchEvent(new KeyboardEvent("keydown", { ...options, keyCode: 229 }));
    });
    await box.press("Shift+Enter");
    expect(await box.inputValue()).toBe("中秋\n");
    expect(await page.getByRole("article").count()).toBe(0);
  });

  test("speaks the browser's language until the reader picks another, and remembers it", async () => {
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("radio", { name: "繁體中文" }).check();
    await page.getByRole("heading", { name: "想知道些甚麼？" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "想知道些甚麼？" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hant");
  });

  test("says what is missing until the server is ready", async () => {
    const readiness = { ready: false, message: "", documents: 0, passages: 0, generation: null, model: null };
    const body = JSON.stringify({ ...readiness, reason: "ingesting" });
    await page.route("**/readyz", (route) => route.fulfill({ status: 503, body }));
    await page.reload();
    await page.getByRole("status").getByText("Reading the documents…").waitFor();
    await page.unroute("**/readyz");
    await page.getByRole("heading", { name: "Documents" }).waitFor();
    expect(await page.getByText("Reading the documents…").count()).toBe(0);
  });

  test("covers the chat with the source on a narrow screen, and the browser's back uncovers it", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await ask(page, handbook.question);
    await page.getByRole("button", { name: /^Citation 1:/ }).click();
    const source = page.getByRole("dialog");
    await source.locator("mark", { hasText: handbook.citedText }).waitFor();
    expect(await source.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
    await page.goBack();
    await source.waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Citation 1:/ }).click();
    await source.getByRole("button", { name: "Back to the chat" }).click();
    await source.waitFor({ state: "detached" });
  });

  test("keeps a citation with the word before it, however narrow the window", async () => {
    await ask(page, handbook.question);
    await page.locator(".chip").first().waitFor();
    const alone: number[] = [];
    for (let width = 320; width <= 440; width += 5) {
      await page.setViewportSize({ width, height: 740 });
      const begins = await page.locator(".chip").evaluateAll((chips) =>
        chips.some((chip) => {
          const line = chip.closest("li, p");
          const edge = line === null ? 0 : Number.parseFloat(getComputedStyle(line).paddingLeft);
          const room = chip.getBoundingClientRect().left - (line?.getBoundingClientRect().left ?? 0);
          return room < edge + 10;
        }),
      );
      if (begins) alone.push(width);
    }
    expect(alone).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});

async function ask(page: Page, question: string): Promise<void> {
  const box = page.getByRole("textbox");
  await box.fill(question);
  await box.press("Enter");
}

/** Puts the test in charge of what `POST /api/ask` streams: Playwright's routes can only fulfil a body whole. */
async function holdAnswer(page: Page) {
  await page.evaluate(() => {
    const original = window.fetch;
    window.fetch = async (input, options) => {
      if (input !== "/api/ask") return original(input, options);
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          options?.signal?.addEventListener("abort", () => {
            held.isAborted = true;
            controller.error(new DOMException("aborted", "AbortError"));
          });
          held.controller = controller;
        },
      });
      return new Response(body);
    };
    const held: Held = { controller: null, isAborted: false };
    Object.assign(window, { held });
  });
  return {
    send: (event: string, data: object) =>
      page.evaluate(
        (frame) => {
          const { held } = window as unknown as { held: Held };
          held.controller?.enqueue(new TextEncoder().encode(frame));
        },
        `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
      ),
    end: () => page.evaluate(() => (window as unknown as { held: Held }).held.controller?.close()),
    isAborted: () => page.evaluate(() => (window as unknown as { held: Held }).held.isAborted),
  };
}

interface Held {
  controller: ReadableStreamDefaultController<Uint8Array> | null;
  isAborted: boolean;
}
