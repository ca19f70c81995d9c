import type { Browser } from "playwright-core";
import { percentile } from "../../statistics/percentile.ts";

interface ComposerRuns {
  readonly runs: number;
  /** How many times slower the processor is made. */
  readonly slowdown: number;
}

/** From the address being opened, with nothing in the cache, until the composer is in the page and keeps what is typed. */
export async function timeComposer(
  browser: Browser,
  url: string,
  { runs, slowdown }: ComposerRuns,
): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timeOnce(browser, url, slowdown));
  const print = (share: number) => `${Math.round(percentile(times, share) ?? Number.NaN)} ms`;
  return `after: p50 ${print(0.5)}, worst ${print(1)} (${runs} loads)`;
}

async function timeOnce(browser: Browser, url: string, slowdown: number): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (document.querySelector("textarea:enabled") === null) return;
      observer.disconnect();
      // The frame in which it is drawn.
      requestAnimationFrame(() => performance.mark("composer"));
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  });
  await page.goto(url, { waitUntil: "commit" });
  const composer = page.locator("textarea");
  await composer.pressSequentially("a");
  if ((await composer.inputValue()) !== "a") throw new Error("The composer lost what was typed into it.");
  const time = await page.evaluate(
    () => performance.getEntriesByName("composer")[0]?.startTime ?? Number.NaN,
  );
  await context.close();
  return time;
}
