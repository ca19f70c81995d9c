import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

const hostileName = "<img src=x onerror=alert(1)>.txt";
const hiddenName = "minutes\u202etxt\n.md";

describe.skipIf(browserPath === null)("the keeper of the documents", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({
      [handbook.path]: handbook.text,
      [hostileName]: "a\u0000b",
      [hiddenName]: "Minutes\n\nThe plan\u200b was approved.\n",
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

  test("sees what was read and what was left out, and no name runs or loads anything", async () => {
    const events = watchPage(page);
    await page.goto(server.url);
    await page.getByRole("link", { name: "What was read, and what was not" }).click();
    const leftOut = page.getByRole("region", { name: /^Files left out/ });
    await leftOut.getByText(hostileName, { exact: true }).waitFor();
    await leftOut.getByRole("heading", { name: /^Not a text file/ }).waitFor();

    const table = page.getByRole("table", { name: /^Documents read/ });
    const row = table.getByRole("row", { name: /員工手冊/ });
    expect(await row.getByRole("cell").first().textContent()).toBe("120");
    await table.getByText("U+202E").waitFor();
    await page.getByText(/^Index built .+, in .+ seconds?$/).waitFor();

    expect(await page.locator("main img").count()).toBe(0);
    expect(events.dialogs).toEqual([]);
    expect(events.errors).toEqual([]);
    expect(events.origins).toEqual(new Set([server.url]));
  });

  test("goes from a warning to its line, and from a document to its file", async () => {
    await page.goto(`${server.url}/documents`);
    await page.getByRole("region", { name: "Warnings" }).getByRole("link", { name: "line 3" }).click();
    await page.locator("mark", { hasText: "The plan" }).waitFor();

    await page.getByRole("link", { name: "Documents" }).click();
    await page
      .getByRole("link", { name: /員工手冊/ })
      .first()
      .click();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download original" }).click();
    expect((await download).suggestedFilename()).toBe("員工手冊 2024.txt");
  });

  test("reads cards on a narrow screen, in the language picked", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${server.url}/documents`);
    await page.getByRole("radio", { name: "繁體中文" }).check();
    await page.getByRole("heading", { name: /^並非文字檔/ }).waitFor();
    expect(await page.getByRole("table").count()).toBe(0);
    await page.getByRole("listitem").filter({ hasText: handbook.path }).getByText("120").waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole("radio", { name: "English" }).check();
  });

  test("is told before the first ingest, and sees the report once there is one", async () => {
    const readiness = { ready: false, message: "", documents: 0, passages: 0, generation: null, model: null };
    const problem = { type: "", title: "Wait.", status: 503, code: "not_ready" };
    await page.route("**/readyz", (route) =>
      route.fulfill({ status: 503, body: JSON.stringify({ ...readiness, reason: "ingesting" }) }),
    );
    await page.route("**/api/ingest", (route) =>
      route.fulfill({ status: 503, body: JSON.stringify(problem) }),
    );
    await page.goto(`${server.url}/documents`);
    await page.getByText("No document has been read yet.").waitFor();
    await page.unroute("**/api/ingest");
    await page.unroute("**/readyz");
    await page.getByRole("table").waitFor();
  });

  test("can try again where the report cannot be had", async () => {
    await page.route("**/api/ingest", (route) => route.fulfill({ status: 500, body: "" }));
    await page.goto(`${server.url}/documents`);
    await page.getByRole("alert").getByText("The report could not be loaded.").waitFor();
    await page.unroute("**/api/ingest");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("table").waitFor();
  });
});

/** What a page must not do: ask anything of another origin, open a dialog, fail. */
function watchPage(page: Page) {
  const events = { origins: new Set<string>(), dialogs: [] as string[], errors: [] as string[] };
  page.on("request", (request) => events.origins.add(new URL(request.url()).origin));
  page.on("dialog", (dialog) => {
    events.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => events.errors.push(error.message));
  return events;
}
