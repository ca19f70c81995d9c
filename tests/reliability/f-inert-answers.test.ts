import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer, AskEvent, Citation } from "../../server/api/types.ts";
import { browserPath } from "../e2e/browser.ts";
import { firstPriceLine, type HostileSite, openHostileSite, prices } from "./hostile-texts.ts";
import { payloads } from "./payloads.ts";
import { findHarm } from "./watched-browser.ts";

const numbered = payloads.map((payload, index) => [index, payload.slice(0, 60)] as const);

describe.skipIf(browserPath === null)("texts that load or run something", () => {
  let site: HostileSite;
  beforeAll(async () => {
    site = await openHostileSite();
  });
  afterAll(() => site?.stop());

  test("[R081] [R082] are noticed where they do", async () => {
    const { intranets, browser } = site;
    intranets.showBare(`<img src="http://evil.example/control.png"><script>window.__pwned = 1</script>`);
    const control = await browser.context.newPage();
    await control.goto(intranets.bare);
    const harm = await findHarm(control.mainFrame());
    await control.close();
    expect(harm).toContain("a script ran");
    expect(harm).toContain("src=http://evil.example/control.png");
    expect([...browser.takeTrouble()].sort()).toEqual([
      "a page asked for http://evil.example/control.png",
      "the proxy was asked for http://evil.example/control.png",
    ]);
  });

  test.each(numbered)(
    "[R081] [R082] [R083] are text in an answer, its quotation and its source, where a model repeats them (%i): %s",
    async (index) => {
      const { page, url } = site;
      const price = `costs ${index + 41} dollars`;
      await page.goto(url);
      await site.ask(`What does mooring at pier ${index + 1} cost?`);
      const answer = page.locator("[data-status=answered]");
      await answer.getByText(price).first().waitFor();
      const chip = answer.getByRole("button", { name: /^Citation 1:/ });
      await chip.hover();
      await page.getByRole("tooltip").getByText(price).waitFor();
      await chip.click();
      const line = page.getByRole("dialog").locator(`[data-line="${index + firstPriceLine}"] .line-text`);
      await expect.poll(() => line.textContent()).toBe(prices[index]);
      expect(await site.takeHarm()).toEqual([]);
    },
  );

  test.each(["answered", "not_found"] as const)(
    "[R081] [R082] [R083] are text in all parts of an answer that is %s, whatever the server lets through",
    async (status) => {
      const { page, url } = site;
      await page.goto(url);
      await page.route("**/api/ask", (route) =>
        route.fulfill({ contentType: "text/event-stream", body: frame(eventsOf(status)) }),
      );
      await site.ask("What does mooring cost?");
      const answer = page.locator(`[data-status=${status}]`);
      await answer.waitFor();
      for (const payload of payloads.slice(0, -1)) expect(await answer.textContent()).toContain(payload);
      // The page's own elements, and none for each mark of the deepest payload.
      expect(await answer.evaluate(depthOf)).toBeLessThan(10);
      if (status === "answered") {
        await answer.getByRole("button", { name: /^Citation 1:/ }).hover();
        await page.getByRole("tooltip").waitFor();
      }
      await page.unroute("**/api/ask");
      expect(await site.takeHarm()).toEqual([]);
    },
  );
});

function depthOf(element: Element): number {
  return 1 + Math.max(0, ...[...element.children].map(depthOf));
}

/** The events of an answer whose every text is a payload. */
function eventsOf(status: Answer["status"]): readonly AskEvent[] {
  const passages = payloads.map((payload, index) => ({
    document: payload,
    title: payload,
    headings: [payload],
    startLine: index + 1,
    endLine: index + 1,
    text: payload,
    score: 0.5,
  }));
  const citations: readonly Citation[] = passages.map(
    ({ document, title, startLine, endLine, text }, index) => {
      const url = `javascript:window.__pwned=${index}`;
      return { marker: index + 1, document, title, startLine, endLine, page: null, quote: text, url };
    },
  );
  const text = payloads.map((payload, index) => `${payload} [${index + 1}]`).join("\n\n");
  const sentences = payloads.map((payload, index) => {
    return {
      text: payload,
      citations: [index + 1],
      verdict: index % 2 === 0 ? "unsupported" : "supported",
    } as const;
  });
  const answer: Answer = {
    id: "answer-1",
    conversation: "conversation-1",
    question: payloads[6] ?? "",
    language: "en",
    status,
    text,
    citations: status === "answered" ? citations : [],
    sentences: status === "answered" ? sentences : [],
    closest: status === "answered" ? [] : passages,
    mode: "model",
    model: payloads[6] ?? "",
    timings: { retrieveMs: 1, firstTokenMs: 2, totalMs: 3 },
  };
  return [
    { event: "retrieved", data: { passages, id: answer.id, conversation: answer.conversation } },
    { event: "delta", data: { text } },
    ...answer.citations.map((data) => ({ event: "citation", data }) as const),
    { event: "done", data: answer },
  ];
}

function frame(events: readonly AskEvent[]): string {
  return events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join("");
}
