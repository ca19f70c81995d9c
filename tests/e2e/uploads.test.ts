import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

const text = (name: string, content: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});

describe.skipIf(browserPath === null)("the keeper of the documents, where uploads are on", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ [handbook.path]: handbook.text }, { UPLOADS: "on" });
    browser = await openBrowser({ locale: "en-GB" });
  });

  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage();
    await page.goto(`${server.url}/documents`);
    await page.getByRole("table").waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("finds the button that removes a document beside its title on a narrow screen", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const card = page.getByRole("listitem").filter({ hasText: handbook.path });
    const title = await card.getByRole("link", { name: /員工手冊/ }).elementHandle();
    await title?.evaluate((link) => {
      link.textContent = "員工手冊的題目".repeat(8);
    });
    const words = await title?.evaluate((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      return range.getBoundingClientRect().right;
    });
    const button = await card.getByRole("button", { name: /^Remove/ }).boundingBox();
    expect(words).toBeLessThanOrEqual(button?.x ?? 0);
  });

  test("is told to add files where there are none, and never of a command", async () => {
    const empty = { ready: false, reason: "corpus_empty", message: "'/srv/corpus' holds no documents." };
    await page.route("**/readyz", (route) => route.fulfill({ status: 503, json: empty }));
    await page.goto(`${server.url}/documents`);
    const banner = page.getByRole("status").filter({ hasText: "There are no documents yet" });
    await banner.getByText("Add your files").waitFor();
    expect(await banner.textContent()).not.toMatch(/npm run|srv/);
    await page.goto(server.url);
    await banner.getByRole("link", { name: "Documents" }).click();
    await page.getByRole("button", { name: "Choose files" }).waitFor();
  });

  test("adds files, is told which were not taken, replaces one, and removes it again", async () => {
    const choose = page.locator("input[type=file]");
    const sent = page.getByRole("list", { name: "Files sent" });
    const table = page.getByRole("table", { name: /^Documents read/ });
    await choose.setInputFiles([
      text("parking.txt", "Parking\n\nVisitors park behind the hall.\n"),
      text("tool.exe", "MZ"),
    ]);
    await sent.getByRole("listitem").filter({ hasText: "parking.txt" }).getByText("Added.").waitFor();
    await sent.getByRole("listitem").filter({ hasText: "tool.exe" }).getByText("not read").first().waitFor();
    await table.getByText("parking.txt").waitFor();

    await choose.setInputFiles([text("parking.txt", "Parking\n\nVisitors park in the yard.\n")]);
    await sent.getByText("There is a file of this name already.").waitFor();
    await page.getByRole("button", { name: "Replace “parking.txt”" }).click();
    await sent.getByText("Replaced.").waitFor();
    await expect.poll(() => search("yard"), { timeout: 30_000 }).toContain("in the yard");

    await page.getByRole("button", { name: "Remove “parking.txt”" }).click();
    const dialog = page.getByRole("dialog", { name: "Remove this document?" });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect(await search("yard")).toContain("in the yard");
    await page.getByRole("button", { name: "Remove “parking.txt”" }).click();
    await dialog.getByRole("button", { name: "Remove" }).click();
    await table.getByText("parking.txt").waitFor({ state: "detached" });
    expect(await search("yard")).not.toContain("in the yard");
  });

  test("takes files that are dropped on the page", async () => {
    const files = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["A note about bicycles.\n"], "bicycles.md"));
      return transfer;
    });
    await page.locator(".upload-area").dispatchEvent("drop", { dataTransfer: files });
    await page.getByRole("table").getByText("bicycles.md").waitFor();
  });

  async function search(query: string): Promise<string> {
    const response = await fetch(`${server.url}/api/search`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    return response.text();
  }
});
