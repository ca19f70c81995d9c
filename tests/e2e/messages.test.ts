import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type RunningServer, startServer } from "./server.ts";

const leave = {
  path: "hr/leave.md",
  text: [
    "# Leave of absence",
    "",
    "## Annual leave",
    "",
    "Every employee has twelve days of annual leave a year.",
    "",
    "## Sick leave",
    "",
    "A doctor's note is needed from the third day of sick leave.",
    "",
    "## Maternity leave",
    "",
    "Maternity leave lasts fourteen weeks at full pay.",
    "",
    "## Study leave",
    "",
    "Study leave of five days is granted once a year.",
    "",
  ].join("\n"),
};
const question = "How many days of annual leave does every employee have?";

describe.skipIf(browserPath === null)("a message", () => {
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;
  let answer: Locator;

  beforeAll(async () => {
    server = await startServer({ [leave.path]: leave.text, [handbook.path]: handbook.text });
    browser = await openBrowser({ locale: "en-GB" });
    await browser.grantPermissions(["clipboard-read", "clipboard-write"]);
  });

  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage();
    await page.goto(server.url);
    answer = page.locator("[data-turn]").last().getByRole("article").last();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("is said to a screen reader once, when it is whole, and not again when it is opened later", async () => {
    await page.evaluate(() => {
      const said: string[] = [];
      new MutationObserver((changes) => {
        for (const { addedNodes, target } of changes) {
          const region = target instanceof Element ? target.closest("[role=status]") : null;
          if (region !== null) for (const node of addedNodes) said.push(node.textContent ?? "");
        }
      }).observe(document.body, { childList: true, subtree: true });
      Object.assign(window, { said });
    });
    const readSaid = () =>
      page.evaluate(() =>
        (window as unknown as { said: string[] }).said.filter((text) => text.startsWith("Answer: ")),
      );
    await ask(page, question);
    await expect.poll(readSaid).toEqual([expect.stringContaining("twelve days of annual leave")]);
    await page.getByRole("button", { name: "New chat" }).click();
    await page.goBack();
    await answer.getByText("twelve days of annual leave").first().waitFor();
    expect(await readSaid()).toHaveLength(1);
  });

  test("is copied with its sources by keyboard, and its question as a link that asks it anew", async () => {
    await ask(page, question);
    await answer.getByRole("button", { name: "Copy with its sources" }).press("Enter");
    await answer.getByText("Copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("twelve days of annual leave");
    expect(copied).toContain("Sources\n[1] Leave of absence, line 5\n");
    expect(copied).toContain(`${server.url}/sources/${leave.path}#L5`);

    await page.getByRole("button", { name: "Copy a link that asks this" }).click();
    await page.getByText("Link copied.").waitFor();
    await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
    expect(await composer(page).inputValue()).toBe(question);
    expect(await page.getByRole("article").count()).toBe(0);
  });

  test("is rated with a reason, which is there again after a reload, and can be taken back", async () => {
    await ask(page, question);
    await answer.getByRole("button", { name: "Bad answer" }).click();
    await page.getByLabel("Something is missing").check();
    await page.getByLabel("In your own words (optional)").fill("Which <b>employees</b>?");
    await page.getByRole("group", { name: "What was wrong?" }).waitFor();
    await page.locator(".reasons").getByRole("button", { name: "Send" }).click();
    await page.getByText("Thank you.").waitFor();
    await expect
      .poll(() => readFeedback(page))
      .toEqual({ rating: "down", reason: "Something is missing; Which <b>employees</b>?" });

    await page.reload();
    const pressed = answer.getByRole("button", { name: "Bad answer", pressed: true });
    await pressed.click();
    await expect.poll(() => readFeedback(page)).toBe(null);
  });

  test.each([
    [1280, 600],
    [360, 640],
  ])("has all of the form that rates it above the composer at %i × %i", async (width, height) => {
    await page.setViewportSize({ width, height });
    await ask(page, question);
    await answer.getByRole("region", { name: "Ask next" }).waitFor();
    await answer.getByRole("button", { name: "Bad answer" }).click();
    const form = page.locator(".reasons");
    const reach = async () => {
      const [around, within, below] = await Promise.all(
        [".chat-scroll", ".reasons", ".composer-box"].map((part) => page.locator(part).boundingBox()),
      );
      if (!around || !within || !below) return null;
      return within.y >= around.y && within.y + within.height <= below.y;
    };
    await form.waitFor();
    await expect.poll(reach).toBe(true);
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Bad answer");
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test("that is the newest can be gone to from far above it", async () => {
    await page.setViewportSize({ width: 1280, height: 500 });
    for (let turns = 0; turns < 3; turns++) await ask(page, question);
    const toNewest = page.getByRole("button", { name: "Latest question" });
    const messages = page.getByRole("region", { name: "Conversation" });
    expect(await toNewest.count()).toBe(0);
    await messages.evaluate((element) => element.scrollTo(0, 0));
    await toNewest.click();
    await toNewest.waitFor({ state: "detached" });
    const edges = () =>
      Promise.all([messages, page.locator("[data-turn]").last()].map((part) => part.boundingBox()));
    const [around, turn] = await edges();
    expect(turn?.y).toBeGreaterThanOrEqual(around?.y ?? 0);
    expect(turn?.y).toBeLessThan((around?.y ?? 0) + (around?.height ?? 0));
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test("is edited with the arrow key from an empty field, and its new answer takes the old one's place", async () => {
    await ask(page, "How long is sick leve?");
    await composer(page).press("ArrowUp");
    const editor = page.getByRole("textbox", { name: "Edit your question" });
    expect(await editor.inputValue()).toBe("How long is sick leve?");
    await editor.press("Escape");
    await editor.waitFor({ state: "detached" });
    await expect.poll(() => focusedId(page)).toBe("composer");

    await composer(page).press("ArrowUp");
    await editor.fill(question);
    await editor.press("Enter");
    await answer.getByText("twelve days of annual leave").first().waitFor();
    await page.getByText("(edited)").waitFor();
    await page.reload();
    await answer.getByText("twelve days of annual leave").first().waitFor();
    await page.getByText("(edited)").waitFor();
    expect(await page.locator("[data-turn]").count()).toBe(1);
  });

  test("stays a draft of its own conversation until it is sent", async () => {
    await ask(page, question);
    await composer(page).fill("A thought for later");
    await page.getByRole("button", { name: "New chat" }).click();
    expect(await composer(page).inputValue()).toBe("");
    await composer(page).fill("Another thought");
    await page.goBack();
    await expect.poll(() => composer(page).inputValue()).toBe("A thought for later");
    await page.reload();
    await expect.poll(() => composer(page).inputValue()).toBe("A thought for later");
    await page.goto(server.url);
    expect(await composer(page).inputValue()).toBe("Another thought");
    await composer(page).fill("");
  });

  test("is asked of the chosen documents only, and says so", async () => {
    await page.getByRole("button", { name: "Documents to ask: All documents" }).click();
    const dialog = page.getByRole("dialog", { name: "Documents to ask" });
    await dialog.getByRole("searchbox").fill("員工");
    expect(await dialog.getByRole("checkbox").count()).toBe(1);
    await dialog.getByRole("checkbox").check();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: `Documents to ask: ${handbook.title}` }).waitFor();

    const sent = page.waitForRequest("**/api/ask");
    await ask(page, question);
    expect((await sent).postDataJSON()).toMatchObject({ documents: [handbook.path] });
    await page.getByText(`Asked of: ${handbook.title}`).waitFor();
    expect(await answer.getByText("twelve days").count()).toBe(0);
    await page.reload();
    await page.getByText(`Asked of: ${handbook.title}`).waitFor();
  });

  test("is followed by three questions on headings near what it cites", async () => {
    await ask(page, question);
    const next = answer.getByRole("region", { name: "Ask next" }).getByRole("button");
    await expect.poll(() => next.count()).toBe(3);
    expect((await next.allTextContents()).join()).not.toContain("Annual leave");
    await next.filter({ hasText: "Maternity leave" }).click();
    await answer.getByText("fourteen weeks").first().waitFor();
  });

  test("goes with its conversation when another is found by Ctrl+K, and shortcuts are listed by Ctrl+/", async () => {
    await ask(page, handbook.question);
    await page.keyboard.press("Control+Slash");
    const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await shortcuts.getByText("Go to a conversation").waitFor();
    await page.keyboard.press("Escape");
    await shortcuts.waitFor({ state: "detached" });

    await page.keyboard.press("Control+Shift+O");
    await page.getByRole("heading", { name: "What would you like to know?" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("獲派多少");
    await page.getByRole("option", { name: handbook.question, selected: true }).waitFor();
    await expect.poll(() => page.getByRole("option").count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.getByRole("article").getByText(handbook.question).waitFor();
  });
});

function composer(page: Page): Locator {
  return page.getByRole("textbox", { name: "Your question" });
}

async function ask(page: Page, question: string): Promise<void> {
  const answered = page.locator("[data-status]");
  const before = await answered.count();
  await composer(page).fill(question);
  await composer(page).press("Enter");
  await answered.nth(before).waitFor();
}

function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id);
}

/** The rating that the server keeps of the first answer of the conversation shown. */
function readFeedback(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const stored = await (await fetch(`/api/conversations/${location.pathname.slice(3)}`)).json();
    return stored.turns[0].feedback;
  });
}
