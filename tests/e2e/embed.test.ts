import { gzipSync } from "node:zlib";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserPath, openBrowser } from "./browser.ts";
import { handbook } from "./documents.ts";
import { type Intranets, signToken, startIntranets } from "./intranets.ts";

const loaderLimitInBytes = 5 * 1024;

describe.skipIf(browserPath === null)("the chat on an intranet's page", () => {
  let intranets: Intranets;
  let browser: BrowserContext;
  let page: Page;
  let requested: string[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    intranets = await startIntranets({ [handbook.path]: handbook.text });
    browser = await openBrowser();
    browser.on("request", (request) => void requested.push(request.url()));
    page = await browser.newPage();
    page.on("pageerror", ({ message }) => void complaints.push(message));
    page.on("console", (message) => message.type() === "error" && void complaints.push(message.text()));
  });

  beforeEach(() => {
    requested = [];
    complaints = [];
  });

  afterAll(async () => {
    await browser?.close();
    await intranets?.stop();
  });

  const bubble = () => page.getByRole("button", { name: "向文件提問" });
  const chat = () => page.frameLocator("iframe");

  test("[R088] opens on another origin, answers, and shows a citation's lines; nothing comes from elsewhere", async () => {
    await page.goto(intranets.signing);
    await bubble().waitFor();
    const before = requested.filter((url) => url.startsWith(intranets.server.url));
    expect(before).toEqual([`${intranets.server.url}/embed.js`]);

    await bubble().click();
    await chat().getByRole("heading", { name: "想查公司參考文件？" }).waitFor();
    expect(await chat().locator("button.example").allTextContents()).toContain("低空經濟有甚麼建議？");
    await ask(chat(), handbook.question);
    const chip = chat().getByRole("button", { name: /^引文 1：/ });
    await chip.click();
    await chat().locator("mark", { hasText: handbook.citedText }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => chip.evaluate((element) => element === document.activeElement)).toBe(true);

    const origins = new Set(requested.map((url) => new URL(url).origin));
    origins.delete("null");
    expect([...origins].sort()).toEqual([intranets.signing, intranets.server.url].sort());
    expect(complaints).toEqual([]);
  });

  test("belongs to the token's subject, also where the browser gives the frame no storage", async () => {
    const authorization = `Bearer ${await signToken("staff-1024")}`;
    const response = await fetch(`${intranets.server.url}/api/conversations`, { headers: { authorization } });
    const { conversations } = (await response.json()) as { conversations: { title: string }[] };
    expect(conversations.map(({ title }) => title)).toEqual([handbook.question]);
  });

  test("goes on when the reader comes to another page, until a new one is begun", async () => {
    await page.goto(intranets.open);
    await bubble().click();
    await ask(chat(), handbook.question);
    const chip = chat().getByRole("button", { name: /^引文 1：/ });
    await chip.waitFor();
    await page.goto(intranets.open);
    await bubble().click();
    await chip.waitFor();
    await chat().getByRole("button", { name: "新對話" }).click();
    await chat().getByRole("heading", { name: "想查公司參考文件？" }).waitFor();
  });

  test("is opened, closed and left by keyboard, with the focus where it belongs", async () => {
    await page.goto(intranets.signing);
    await bubble().focus();
    expect(await bubble().getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    const field = chat().getByRole("textbox");
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole("dialog", { name: "言之有據對話" }).waitFor();

    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await expect.poll(() => bubble().evaluate((element) => element.matches(":focus"))).toBe(true);
    expect(await bubble().getAttribute("aria-expanded")).toBe("false");
  });

  test("is an anonymous reader's where the page names none, and the key stays in the frame", async () => {
    await page.goto(intranets.open);
    await bubble().click();
    await ask(chat(), handbook.question);
    await chat()
      .getByRole("button", { name: /^引文 1：/ })
      .waitFor();
    const cookies = await browser.cookies();
    expect(cookies).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test("[R090] says so where the page signs with the wrong secret", async () => {
    await page.goto(intranets.mistaken);
    await bubble().click();
    await chat().getByRole("alert").getByText("未能為你開啟對話").waitFor();
    await chat().getByText("signature: sign with the EMBED_SECRET that this server has").waitFor();
    await chat().getByRole("button", { name: "關閉對話" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  test("[R090] asks the page for another token where the first has run out", async () => {
    const tokens = [await signToken("staff-1024", "2 minutes ago"), await signToken("staff-1024")];
    await page.route("**/groundline-token", (route) => route.fulfill({ body: tokens.shift() ?? "" }));
    await page.goto(intranets.signing);
    await bubble().click();
    await ask(chat(), handbook.question);
    await chat()
      .getByRole("button", { name: /^引文 1：/ })
      .waitFor();
    await page.unroute("**/groundline-token");
    expect(tokens).toEqual([]);
  });

  test("shows no reader what another one has written in the same browser", async () => {
    const openAs = async (subject: string) => {
      await page.route("**/groundline-token", async (route) =>
        route.fulfill({ body: await signToken(subject) }),
      );
      await page.goto(intranets.open);
      await bubble().click();
      await chat().getByRole("textbox").waitFor();
      await page.unroute("**/groundline-token");
    };
    const written = () => chat().getByRole("textbox").inputValue();
    await openAs("員工甲");
    await chat().getByRole("textbox").fill("只給自己看");
    await openAs("員工乙");
    expect(await written()).toBe("");
    await openAs("員工甲");
    expect(await written()).toBe("只給自己看");
  });

  test("[R088] is refused to a page of an origin that is not named", async () => {
    await page.goto(intranets.foreign);
    await bubble().click();
    await page.getByRole("status").getByText("現時無法在此開啟對話").waitFor();
    expect(complaints.join()).toContain("frame-ancestors");
    expect(requested.filter((url) => url.includes("/api/") || url.includes("/assets/"))).toEqual([]);
  });

  test("[R088] is refused to a sandboxed frame and to every other page of the server", async () => {
    const { server } = intranets;
    await show(`<iframe sandbox="allow-scripts" src="${server.url}/embed"></iframe>`);
    await expect.poll(() => complaints.length).toBeGreaterThan(0);
    for (const path of ["/", "/documents", "/api/docs"]) {
      complaints = [];
      await show(`<iframe src="${server.url}${path}"></iframe>`);
      await expect.poll(() => complaints.join()).toContain("frame-ancestors 'none'");
    }
  });

  test("works as a plain frame, without the script", async () => {
    await show(
      `<iframe width="400" height="600" src="${intranets.server.url}/embed#locale=en&theme=dark"></iframe>`,
    );
    await ask(chat(), handbook.question);
    await chat()
      .getByRole("button", { name: /^Citation 1:/ })
      .waitFor();
    expect(
      await chat()
        .locator("html")
        .evaluate((root) => getComputedStyle(root).colorScheme),
    ).toBe("dark");
    expect(await chat().getByRole("button", { name: "Close the chat" }).count()).toBe(0);
  });

  test("stands in the flow of a page as an element, loaded when it comes into view", async () => {
    await page.goto(`${intranets.signing}/help`);
    await chat().getByRole("heading", { name: "What do you need to look up?" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await ask(chat(), handbook.question);
    const chip = chat().getByRole("button", { name: /^Citation 1:/ });
    await chip.waitFor();
    expect(await page.locator("groundline-bubble").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("leaves the focus with the page where it goes on with a conversation in its flow", async () => {
    await page.goto(`${intranets.open}/help`);
    await ask(chat(), handbook.question);
    const chip = chat()
      .getByRole("button", { name: /^Citation 1:/ })
      .last();
    await chip.waitFor();
    await page.goto(`${intranets.open}/help`);
    await chip.waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("body");
  });

  test("[R089] hears no other frame, no other channel and no other shape, and says no word of the conversation", async () => {
    const { server, bare } = intranets;
    const forged = [
      { channel: "other", message: { type: "token", token: "forged-channel" } },
      { channel: "c", message: { type: "token", token: 7 } },
      { channel: "c", message: "token" },
      { channel: "c", message: { type: "toString", token: "forged-type" } },
      { channel: "c" },
      "token",
      null,
    ];
    const heard: unknown[] = [];
    const credentials = new Set<string | undefined>();
    await page.exposeFunction("hear", (data: unknown) => void heard.push(data));
    page.on("request", async (request) => void credentials.add((await request.allHeaders()).authorization));
    await show(
      `<iframe id="other"></iframe>
       <iframe id="chat" src="${server.url}/embed#host=${encodeURIComponent(bare)}&channel=c&mode=bubble"></iframe>
       <script>
         const chat = document.getElementById("chat").contentWindow;
         addEventListener("message", ({ data }) => {
           hear(data);
           if (data.message !== "token-needed") return;
           for (const message of ${JSON.stringify(forged)}) chat.postMessage(message, "*");
           const other = document.getElementById("other").contentWindow;
           const script = other.document.createElement("script");
           script.textContent = "top.frames[1].postMessage({ channel: 'c', message: { type: 'token', token: 'forged-frame' } }, '*')";
           other.document.body.append(script);
           setTimeout(() => chat.postMessage({ channel: "c", message: { type: "token", token: null } }, "${server.url}"), 100);
         });
       </script>`,
    );
    await ask(page.frameLocator("#chat"), handbook.question);
    await page
      .frameLocator("#chat")
      .getByRole("button", { name: /^引文 1：/ })
      .waitFor();
    await page.frameLocator("#chat").getByRole("button", { name: "關閉對話" }).click();
    const words = ["token-needed", "ready", "unread", "close"];
    await expect.poll(() => heard).toEqual(words.map((message) => ({ channel: "c", message })));
    const sent = [...credentials].filter((value) => value !== undefined);
    expect(sent.length).toBe(1);
    expect(sent[0]).toMatch(/^Bearer anonymous-/);
  });

  test("[R089] says nothing to a page that gives another origin for its own", async () => {
    const host = encodeURIComponent(intranets.signing);
    await show(
      `<iframe src="${intranets.server.url}/embed#host=${host}&channel=c"></iframe>
       <script>window.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>`,
    );
    await ask(chat(), handbook.question);
    await chat()
      .getByRole("button", { name: /^引文 1：/ })
      .waitFor();
    expect(await page.evaluate("heard")).toEqual([]);
  });

  test("[R091] leaves the page's styles, names and errors alone, loaded twice and under rules that unset everything", async () => {
    const script = `<script src="${intranets.server.url}/embed.js" data-locale="zh-HK"></script>`;
    await show("<p>bare</p>");
    const names = () => page.evaluate("Object.getOwnPropertyNames(window).sort()") as Promise<string[]>;
    const bare = await names();
    const styles = "<style>* { all: unset !important; } p { color: rgb(1, 2, 3) !important; }</style>";
    await show(`${styles}<p>here</p>${script}${script}`);
    await bubble().click();
    await chat().getByRole("textbox").waitFor();
    expect((await names()).filter((name) => !bare.includes(name))).toEqual(["Groundline"]);
    expect(await page.locator("groundline-bubble").count()).toBe(1);
    expect(await page.locator("p", { hasText: "here" }).evaluate((p) => getComputedStyle(p).color)).toBe(
      "rgb(1, 2, 3)",
    );
    const place = await page.locator("groundline-bubble .panel").boundingBox();
    expect(place).toMatchObject({ width: 420, height: 680 });
    expect(await page.locator("groundline-bubble button").evaluate((b) => getComputedStyle(b).position)).toBe(
      "fixed",
    );
    expect(complaints).toEqual([]);
  });

  test("[R091] comes back where the page takes it out or puts another body in", async () => {
    await page.goto(intranets.signing);
    await bubble().click();
    await chat().getByRole("textbox").waitFor();
    await page.evaluate(() => {
      document.body.replaceChildren("another page");
      history.pushState(null, "", "/another");
    });
    expect(await page.locator("groundline-bubble").count()).toBe(0);
    await page.evaluate("Groundline.open()");
    await chat().getByRole("textbox").waitFor();
    expect(await page.locator("groundline-bubble").count()).toBe(1);
    expect(await page.locator("groundline-bubble iframe").count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test("[R091] says that it cannot be opened where the server does not answer, and tries again when opened anew", async () => {
    await page.goto(intranets.signing);
    await page.route("**/embed", (route) => route.abort());
    await bubble().click();
    await page.getByRole("status").getByText("現時無法在此開啟對話").waitFor();
    await page.unroute("**/embed");
    await page.getByRole("button", { name: "關閉對話" }).click();
    await bubble().click();
    await chat().getByRole("textbox").waitFor();
  });

  test("is loaded by a script of at most 5 KB, gzipped", async () => {
    const script = await (await fetch(`${intranets.server.url}/embed.js`)).arrayBuffer();
    expect(gzipSync(script).length).toBeLessThanOrEqual(loaderLimitInBytes);
  });

  async function show(body: string): Promise<void> {
    intranets.showBare(body);
    await page.goto(intranets.bare);
  }
});

async function ask(chat: FrameLocator, question: string): Promise<void> {
  const box = chat.getByRole("textbox");
  await box.fill(question);
  await box.press("Enter");
}
