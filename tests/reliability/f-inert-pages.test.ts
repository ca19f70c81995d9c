import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { browserPath } from "../e2e/browser.ts";
import {
  firstPriceLine,
  type HostileSite,
  hostileNames,
  openHostileSite,
  prices,
  refusedName,
} from "./hostile-texts.ts";

const image = "<img src=x onerror=window.__pwned=1>";
const script = "<script>window.__pwned=1</script>";
const frame = '<iframe srcdoc="<script>top.__pwned=1</script>"></iframe>';
const title = "<svg onload=window.__pwned=1>";
const link = "[a](javascript:window.__pwned=1)";
const problem = { type: "about:blank", title: image, status: 500, code: "unheard_of", detail: script };

describe.skipIf(browserPath === null)("texts that load or run something are text", () => {
  let site: HostileSite;
  beforeAll(async () => {
    site = await openHostileSite();
  });
  afterEach(async () => {
    expect(await site.takeHarm()).toEqual([]);
  });
  afterAll(() => site?.stop());

  test("[R083] in questions, the list of conversations, a new title, and what is deleted and brought back", async () => {
    const { page, url } = site;
    const list = page.getByRole("navigation", { name: "Conversations" });
    for (const question of [image, frame]) {
      await page.goto(url);
      await site.ask(question);
      await page.locator("[data-status]").waitFor();
      await list.getByRole("link", { name: question }).waitFor();
    }
    await list.getByRole("link", { name: image }).focus();
    await page.keyboard.press("F2");
    await page.locator(".rename-field").fill(script);
    await page.keyboard.press("Enter");
    await list.getByRole("link", { name: script }).click();
    await page.reload();
    await expect.poll(() => page.title()).toContain(script);
    await page.keyboard.press("Control+k");
    await page.locator("dialog[open]").getByText(frame).waitFor();
    await page.keyboard.press("Escape");
    await list.getByRole("link", { name: script }).focus();
    await page.keyboard.press("Delete");
    await page.getByRole("status").getByText("Conversation deleted").waitFor();
    await page.keyboard.press("Control+z");
    await list.getByRole("link", { name: script }).waitFor();
  });

  test("[R083] in what the chat and the viewer say went wrong", async () => {
    const { page, url } = site;
    await page.goto(url);
    await page.route("**/api/ask", (route) => route.fulfill({ status: 500, json: problem }));
    await site.ask("What does mooring cost?");
    await page.getByRole("alert").getByText(image).waitFor();
    await page.unroute("**/api/ask");
    await page.route("**/api/documents/**", (route) => route.fulfill({ status: 500, json: problem }));
    await page.goto(`${url}/sources/prices.txt`);
    await page.getByRole("alert").waitFor();
    await page.unroute("**/api/documents/**");
  });

  test("[R081] [R083] in every line of the viewer, and where its words are looked for", async () => {
    const { page, url } = site;
    await page.goto(`${url}/sources/prices.txt`);
    for (const [index, price] of prices.entries()) {
      const line = page.locator(`[data-line="${index + firstPriceLine}"] .line-text`);
      await expect.poll(() => line.textContent()).toBe(price);
    }
    await page.keyboard.press("Control+f");
    await page.getByRole("textbox", { name: "Find in this document" }).fill(image);
    await page.locator("mark.found").first().waitFor();
  });

  test("[R083] in a document's title, headings and file name", async () => {
    const { page, url } = site;
    await page.goto(`${url}/sources/title.md`);
    await page.getByRole("heading", { name: title }).waitFor();
    await page.getByRole("navigation", { name: "Outline" }).getByText(script).waitFor();
    for (const name of hostileNames) {
      expect(await site.takeHarm()).toEqual([]);
      await page.goto(`${url}/sources/${encodeURIComponent(name)}`);
      await page.getByText("The crane lifts nine tonnes.").first().waitFor();
    }
  });

  test("[R083] in the names of documents read, refused, sent and asked", async () => {
    const { page, url } = site;
    await page.goto(`${url}/documents`);
    for (const name of [...hostileNames, refusedName]) await page.getByText(name).first().waitFor();
    const sent = { name: `${image}.exe`, mimeType: "text/html", buffer: Buffer.from("MZ") };
    await page.locator("input[type=file]").setInputFiles([sent]);
    await page.getByRole("list", { name: "Files sent" }).getByText(sent.name).first().waitFor();
    expect(await site.takeHarm()).toEqual([]);
    await page.goto(url);
    await page.locator(".scope-button").click();
    await page.locator("dialog[open]").getByText(title).waitFor();
    await page.keyboard.press("Escape");
  });

  test("[R083] in what readers rate, and what the keeper reads of it", async () => {
    const { page, url } = site;
    await page.goto(url);
    await site.ask(`What does mooring at pier 7 cost? ${image}`);
    await page.locator("[data-status=answered]").waitFor();
    await page.getByRole("button", { name: "Bad answer" }).click();
    await page.getByLabel("In your own words (optional)").fill(`${script}${link}`);
    await page.locator(".reasons").getByRole("button", { name: "Send" }).click();
    await page.getByText("Thank you.").first().waitFor();
    await page.goto(`${url}/feedback`);
    await page.getByText(`${script}${link}`).waitFor();
    await page.getByText(image).first().waitFor();
  });

  test("[R081] [R083] in the widget: its greeting, suggested questions, an answer and its source", async () => {
    const { page, url, intranets } = site;
    const widget = page.frameLocator("iframe");
    const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    intranets.showBare(
      `<script src="${url}/embed.js" data-locale="en" data-greeting="${escaped(image)}" data-questions="${escaped(frame)}"></script>`,
    );
    await page.goto(intranets.bare);
    await page.getByRole("button", { name: "Ask the documents" }).click();
    await widget.getByRole("heading", { name: image }).waitFor();
    await widget.getByRole("button", { name: frame }).waitFor();
    await widget.getByRole("textbox").fill("What does mooring at pier 7 cost?");
    await widget.getByRole("textbox").press("Enter");
    await widget.getByRole("button", { name: /^Citation 1:/ }).click();
    const line = widget.locator(`[data-line="${firstPriceLine + 6}"] .line-text`);
    await expect.poll(() => line.textContent()).toBe(prices[6]);
  });

  test("[R083] in what the widget says of a reader's token", async () => {
    const { page, url, intranets } = site;
    const refusal = { ...problem, status: 401, code: "token_invalid" };
    await page.route("**/api/embed", (route) =>
      route.request().headers().authorization === undefined
        ? route.continue()
        : route.fulfill({ status: 401, json: refusal }),
    );
    intranets.showBare(`<script src="${url}/embed.js" data-locale="en" data-token="${link}"></script>`);
    await page.goto(intranets.bare);
    await page.getByRole("button", { name: "Ask the documents" }).click();
    await page.frameLocator("iframe").getByText(script).waitFor();
    await page.unroute("**/api/embed");
  });
});
