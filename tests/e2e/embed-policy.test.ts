import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFreePort } from "../../evals/find-free-port.ts";
import { createNodeServer } from "../../server/http/node-server.ts";
import { buildPagesIfStale, pagesFolder } from "../../server/prepare.ts";
import { buildApp } from "../server/fake-parts.ts";
import { browserPath, openBrowser } from "./browser.ts";

describe.skipIf(browserPath === null)("an embedded chat that the browser has already", () => {
  let browser: BrowserContext;
  let port: number;
  let intranet: Server;
  let origin: string;

  beforeAll(async () => {
    await buildPagesIfStale();
    port = await findFreePort();
    intranet = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<!doctype html><iframe src="http://localhost:${port}/embed#locale=en"></iframe>`);
    });
    await once(intranet.listen(0, "127.0.0.1"), "listening");
    origin = `http://127.0.0.1:${(intranet.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    intranet?.close();
  });

  test("[R088] is shown and refused by the settings of now, not by those it came with", async () => {
    const page = await browser.newPage();
    const statuses: number[] = [];
    const question = page.frameLocator("iframe").getByRole("textbox");
    for (const origins of [[], [origin], []]) {
      const embed = { origins, secret: null, isOpen: true };
      const app = buildApp({ embed, pages: pagesFolder }).app;
      const server = createNodeServer(app, pino({ level: "silent" }));
      server.on("request", ({ url }, response) => {
        if (url === "/embed") response.once("finish", () => void statuses.push(response.statusCode));
      });
      await once(server.listen(port, "127.0.0.1"), "listening");
      const refusal = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
      refusal.catch(() => {});
      await page.goto(origin);
      if (origins.length > 0) await question.waitFor();
      else await refusal;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    expect(statuses).toContain(304);
  });
});
