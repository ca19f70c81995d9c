import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type Intranets, signToken, startIntranets } from "./intranets.ts";

describe.skipIf(browserPath === null)("a page around the chat", () => {
  let intranets: Intranets;
  let browser: BrowserContext;
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    intranets = await startIntranets({ [handbook.path]: handbook.text });
    // As browsers do that keep third parties from all storage.
    const preferences = { profile: { cookie_controls_mode: 1, block_third_party_cookies: true } };
    browser = await openBrowser({ preferences });
  });

  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    complaints = [];
    page.on("pageerror", ({ message }) => void complaints.push(message));
    page.on("console", (message) => message.type() === "error" && void complaints.push(message.text()));
  });

  afterAll(async () => {
    await browser?.close();
    await intranets?.stop();
  });

  const bubble = () => page.getByRole("button", { name: "向文件提問" });
  const chat = () => page.frameLocator("iframe");
  const chip = () => chat().getByRole("button", { name: /^引文 1：/ });
  const start = () => chat().getByRole("heading", { name: "想查公司參考文件？" });

  test("[R091] has it work for readers named and unnamed where third parties get no cookie and no storage", async () => {
    for (const site of [intranets.signing, intranets.open]) {
      await page.goto(site);
      await bubble().click();
      await ask();
      const frame = page.frames().find((one) => one.url().startsWith(intranets.server.url));
      const storage = () => frame?.evaluate(() => String(window.localStorage)).catch(() => "none");
      if (site === intranets.signing) expect(await storage()).toBe("none");
    }
    expect(await browser.cookies()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("[R088] is refused it as a file, and gets nothing of the API as a file or from a foreign origin", async () => {
    const folder = await mkdtemp(join(tmpdir(), "groundline-file-"));
    const file = join(folder, "page.html");
    await writeFile(file, `<!doctype html><iframe src="${intranets.server.url}/embed"></iframe>`);
    for (const url of [pathToFileURL(file).href, intranets.foreign]) {
      await page.goto(url);
      if (url.startsWith("file:")) await expect.poll(() => complaints.join()).toContain("frame-ancestors");
      expect(await page.evaluate(reach, `${intranets.server.url}/api/documents`)).toBe("TypeError");
      expect(await page.evaluate(reach, `${intranets.server.url}/api/conversations`)).toBe("TypeError");
      await page.evaluate(askBlindly, `${intranets.server.url}/api/ask`);
    }
    const { counts } = await (await fetch(`${intranets.server.url}/api/feedback`)).json();
    expect(counts).toEqual({ down: 0, up: 0, unanswered: 0 });
    await rm(folder, { recursive: true });
  });

  test("[R090] that comes to speak for another reader without saying so shows them nothing of the one before", async () => {
    await nameReader("員工甲");
    await page.goto(intranets.signing);
    await bubble().click();
    await ask();
    await page.getByRole("button", { name: "關閉對話" }).first().click();

    await nameReader("員工乙");
    await bubble().click();
    await start().waitFor();
    expect(await chip().count()).toBe(0);

    await ask();
    await nameReader("員工丙");
    await page.route("**/api/ask", (route) => route.fulfill({ status: 401, json: expired }), { times: 1 });
    await chat().getByRole("textbox").fill("還有嗎？");
    await chat().getByRole("textbox").press("Enter");
    await start().waitFor();
    expect(await chip().count()).toBe(0);
  });

  test("[R090] that says its reader has signed out shows nothing of them, and sends their token no more", async () => {
    const sent: (string | undefined)[] = [];
    page.on("request", async (request) => {
      if (request.url().endsWith("/api/ask")) sent.push((await request.allHeaders()).authorization);
    });
    await page.goto(intranets.signing);
    await bubble().click();
    await ask();
    await page.evaluate("Groundline.identify(null)");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await bubble().click();
    await start().waitFor();
    expect(await chip().count()).toBe(0);
    await ask();
    await expect.poll(() => sent.length).toBe(2);
    expect(sent[0]).toMatch(/^Bearer ey/);
    expect(sent[1]).toMatch(/^Bearer anonymous-/);
  });

  test("[R091] that takes it out and puts it back has as many listeners as before, however often", async () => {
    intranets.showBare(`<script src="${intranets.server.url}/embed.js" data-locale="zh-HK"></script>`);
    await page.goto(intranets.bare);
    const session = await browser.newCDPSession(page);
    await session.send("Performance.enable");
    const comeAndGo = async () => {
      await page.evaluate(() => {
        document.body.append(document.createElement("groundline-chat"));
      });
      await chat().getByRole("textbox").waitFor();
      await page.evaluate(() => document.querySelector("groundline-chat")?.remove());
      await page.evaluate("Groundline.open()");
      await chat().getByRole("textbox").waitFor();
      expect(await countOnWindow(session)).toBe(1);
      await page.evaluate(() => document.body.replaceChildren("another page"));
      expect(await countOnWindow(session)).toBe(0);
    };
    // The first time also brings what drives the browser for this test, which listens too.
    await comeAndGo();
    const listeners = await countAll(session);
    for (let time = 0; time < 3; time += 1) await comeAndGo();
    await expect.poll(() => countAll(session)).toBe(listeners);
    await page.evaluate("Groundline.mount()");
    expect(await bubble().getAttribute("aria-expanded")).toBe("false");
    expect(complaints).toEqual([]);
  });

  async function ask(): Promise<void> {
    const box = chat().getByRole("textbox");
    await box.fill(handbook.question);
    await box.press("Enter");
    await chip().waitFor();
  }

  /** Whom the intranet signs for from now on. */
  async function nameReader(subject: string): Promise<void> {
    await page.unroute("**/groundline-token");
    await page.route("**/groundline-token", async (route) =>
      route.fulfill({ body: await signToken(subject) }),
    );
  }
});

const expired = { type: "about:blank", title: "x", status: 401, code: "token_expired" };

async function reach(url: string): Promise<string> {
  try {
    return await (await fetch(url, { credentials: "include" })).text();
  } catch (error) {
    return (error as Error).name;
  }
}

/** As a form would, of which the answer cannot be read; some browsers do not even send it. */
async function askBlindly(url: string): Promise<void> {
  const body = JSON.stringify({ question: "How do I repair a bicycle tyre?" });
  await fetch(url, { method: "POST", mode: "no-cors", credentials: "include", body }).catch(() => {});
}

async function countOnWindow(session: CDPSession): Promise<number> {
  const { result } = await session.send("Runtime.evaluate", { expression: "window" });
  const { listeners } = await session.send("DOMDebugger.getEventListeners", {
    objectId: result.objectId ?? "",
  });
  return listeners.filter(({ type }) => type === "message").length;
}

/** Those of every object that is still alive. */
async function countAll(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "JSEventListeners")?.value ?? Number.NaN;
}
