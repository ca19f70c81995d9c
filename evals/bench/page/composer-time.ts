import type { Browser } from "playwright-core";
import { percentile } from "../../statistics/percentile.ts";
import { countProcessorTime } from "./processor-time.ts";

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
  const loads: Load[] = [];
  for (let run = 0; run < runs; run += 1) loads.push(await timeOnce(browser, url, slowdown));
  const print = (field: keyof Load, share: number) => {
    const values = loads.map((load) => load[field]);
    return `${Math.round(percentile(values, share) ?? Number.NaN)} ms`;
  };
  return `after: p50 ${print("afterMs", 0.5)}, worst ${print("afterMs", 1)}; main thread until then p50 ${print("computedMs", 0.5)} of processor time (${runs} loads)`;
}

interface Load {
  readonly afterMs: number;
  readonly computedMs: number;
}

async function timeOnce(browser: Browser, url: string, slowdown: number): Promise<Load> {
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
  const processorTime = await countProcessorTime(session);
  await page.goto(url, { waitUntil: "commit" });
  const composer = page.locator("textarea:enabled");
  await composer.waitFor();
  const computedMs = await processorTime();
  await composer.pressSequentially("a");
  if ((await composer.inputValue()) !== "a") throw new Error("The composer lost what was typed into it.");
  const afterMs = await page.evaluate(
    () => performance.getEntriesByName("composer")[0]?.startTime ?? Number.NaN,
  );
  await context.close();
  return { afterMs, computedMs };
}
