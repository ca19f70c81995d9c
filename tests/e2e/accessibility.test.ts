import axe, { type AxeResults } from "axe-core";
import type { BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook, record } from "./documents.ts";
import { type Intranets, startIntranets } from "./intranets.ts";

/** WCAG 2.2 AA, and what axe advises beyond it. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const languages = [
  { locale: "zh-HK", lang: "zh-Hant" },
  { locale: "zh-CN", lang: "zh-Hans" },
  { locale: "en-GB", lang: "en" },
];

describe.skipIf(browserPath === null).each(languages)(
  "for axe, in $lang and both themes,",
  ({ locale, lang }) => {
    let intranets: Intranets;
    let browser: BrowserContext;
    let page: Page;
    let url: string;

    beforeAll(async () => {
      const documents = { [handbook.path]: handbook.text, [record.path]: record.text, "scans/empty.txt": "" };
      intranets = await startIntranets(documents);
      url = intranets.server.url;
      browser = await openBrowser({ locale });
      page = await browser.newPage();
    });

    afterAll(async () => {
      await browser?.close();
      await intranets?.stop();
    });

    test("the empty chat and its dialogs have no violation", async () => {
      await page.goto(url);
      await page.locator("button.example").first().waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      expect(await violations(page)).toEqual([]);
      await page.locator(".scope-button").click();
      await page.locator("dialog[open] .scope-document").first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      for (const shortcut of ["Control+/", "Control+k"]) {
        await page.keyboard.press(shortcut);
        await page.locator("dialog[open]").waitFor();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press("Escape");
        await page.locator("dialog[open]").waitFor({ state: "detached" });
      }
    });

    test("an answer with its quote, its source and its actions has no violation", async () => {
      await page.goto(url);
      await ask(page, handbook.question);
      await page.locator(".chip").first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.locator(".chip").first().hover();
      await page.getByRole("tooltip").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.locator('.actions [aria-expanded="false"]').first().click();
      await page.locator(".reasons").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.locator(".chip").first().click();
      await page.locator("[data-cited]").first().waitFor();
      await page.locator(".why-summary").click();
      await page.locator(".why-body").waitFor();
      expect(await violations(page)).toEqual([]);
    });

    test("a question that is not answered, a renamed and a deleted conversation have no violation", async () => {
      await page.goto(url);
      await ask(page, "How do I repair a bicycle tyre?");
      await page.locator('[data-status="not_found"]').waitFor();
      expect(await violations(page)).toEqual([]);
      const conversation = page.locator(".conversation").first();
      await conversation.hover();
      await conversation.locator(".side-button").first().click();
      await page.locator(".rename-field").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await conversation.hover();
      await conversation.locator(".side-button").nth(1).click();
      await page.locator(".toast").waitFor();
      expect(await violations(page)).toEqual([]);
    });

    test("narrow, the conversations over the chat and a source over it have no violation", async () => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(url);
      await ask(page, handbook.question);
      await page.locator(".chip").first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.locator(".page-header .icon-button").first().click();
      await page.locator(".sidebar .conversation").first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator(".chip").first().click();
      await page.locator("[data-cited]").first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
    });

    test.each([
      ["/documents", "main h2"],
      ["/feedback", "main h2"],
      [`/sources/${handbook.path}#L77`, "[data-cited]"],
      ["/sources/gone.txt", "[role=alert]"],
      ["/c/unknown", "[role=alert]"],
      ["/nothing/here", "main"],
      ["/api/docs", "main"],
    ])("%s has no violation", async (path, landmark) => {
      await page.goto(url + path);
      await page.locator(landmark).first().waitFor();
      expect(await violations(page)).toEqual([]);
    });

    test("the embedded chat has no violation, closed, open, answering and refused", async () => {
      await page.goto(intranets.open);
      await page.locator("groundline-bubble button").waitFor();
      expect(await violations(page)).toEqual([]);
      await page.locator("groundline-bubble button").click();
      const chat = page.frameLocator("iframe");
      await chat.locator("button.example").first().waitFor();
      const frame = page.frames()[1] as Frame;
      expect(await violations(page)).toEqual([]);
      expect(await violations(page, frame)).toEqual([]);
      await chat.locator("#composer").fill(handbook.question);
      await chat.locator("#composer").press("Enter");
      await chat.locator(".chip").first().waitFor();
      expect(await violations(page, frame)).toEqual([]);
      await chat.locator(".chip").first().click();
      await chat.locator("[data-cited]").first().waitFor();
      expect(await violations(page, frame)).toEqual([]);

      await page.goto(intranets.mistaken);
      await page.locator("groundline-bubble button").click();
      await chat.getByRole("alert").waitFor();
      expect(await violations(page, page.frames()[1] as Frame)).toEqual([]);
    });
  },
);

async function ask(page: Page, question: string): Promise<void> {
  await page.locator("#composer").fill(question);
  await page.locator("#composer").press("Enter");
}

/** What axe finds in a page or a frame of it, in each theme: the rule, what it says, and where. */
async function violations(page: Page, frame: Frame = page.mainFrame()): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await frame.evaluate(axe.source);
    const results = await frame.evaluate(
      (values) =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: "tag", values } }),
      rules,
    );
    found.push(...describeResults(results, colorScheme));
  }
  return found;
}

function describeResults({ violations }: AxeResults, theme: string): readonly string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${theme} ${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}
