import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

const limitInBytes = 120 * 1024;

describe.skipIf(browserPath === null)("a reader's first load", () => {
  let server: RunningServer;
  let browser: BrowserContext;

  beforeAll(async () => {
    server = await startServer({ [handbook.path]: handbook.text });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("is at most 120 KB of scripts and styles over the wire, and the next one none", async () => {
    const first = await load();
    expect(first.requests).toBeGreaterThan(2);
    expect(first.bytes).toBeLessThanOrEqual(limitInBytes);
    expect(await load()).toEqual({ requests: first.requests, bytes: 0 });
  });

  /** Scripts and styles of the empty chat, with what came over the wire for them, headers included. */
  async function load(): Promise<{ requests: number; bytes: number }> {
    const page = await browser.newPage();
    const session = await browser.newCDPSession(page);
    await session.send("Network.enable");
    const code = new Set<string>();
    let bytes = 0;
    session.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script" || type === "Stylesheet") code.add(requestId);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (code.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(server.url, { waitUntil: "networkidle" });
    await page.locator("button.example").first().waitFor();
    await page.close();
    return { requests: code.size, bytes };
  }
});
