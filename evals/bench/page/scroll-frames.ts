import type { Browser, Page } from "playwright-core";
import { percentile } from "../../statistics/percentile.ts";
import { countProcessorTime } from "./processor-time.ts";

interface Scroll {
  readonly pixels: number;
  readonly pixelsPerSecond: number;
}

interface Frame {
  readonly tookMs: number;
  /** Of the line in the middle of the view; `gone` where no line is there. */
  readonly line: "text" | "loading" | "gone";
}

/** Scrolls the page's document from its beginning, and says how even the frames were and what stood in them. */
export async function measureScroll(
  browser: Browser,
  url: string,
  { pixels, pixelsPerSecond }: Scroll,
): Promise<string> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  await page.locator("[data-line]").first().waitFor();
  const session = await context.newCDPSession(page);
  const processorTime = await countProcessorTime(session);
  await page.evaluate(recordFrames);
  const before = await processorTime();
  await session.send("Input.synthesizeScrollGesture", {
    x: 640,
    y: 500,
    yDistance: -pixels,
    speed: pixelsPerSecond,
    gestureSourceType: "mouse",
  });
  const computed = (await processorTime()) - before;
  const frames = await readFrames(page);
  const settledIn = await timeToSettle(page);
  await context.close();
  const times = frames.map(({ tookMs }) => tookMs);
  const print = (share: number) => `${(percentile(times, share) ?? Number.NaN).toFixed(1)} ms`;
  const share = (line: Frame["line"]) =>
    `${Math.round((100 * frames.filter((frame) => frame.line === line).length) / frames.length)} %`;
  return `${frames.length} frames of a scroll over ${pixels} pixels: p50 ${print(0.5)}, p95 ${print(0.95)}, worst ${print(1)}; main thread ${(computed / frames.length).toFixed(1)} ms of processor time a frame; with text ${share("text")}, with lines still loading ${share("loading")}, with none ${share("gone")}; text there ${Math.round(settledIn)} ms after the end`;
}

type Recording = Window & { scrolled?: Frame[] };

/** Notes each frame from now on in which the document has moved. */
function recordFrames(): void {
  const scroller = document.querySelector(".source-scroll");
  if (scroller === null) throw new Error("No document is open.");
  const { left, top, width, height } = scroller.getBoundingClientRect();
  const frames: Frame[] = [];
  (window as Recording).scrolled = frames;
  void (async () => {
    let before = performance.now();
    let place = scroller.scrollTop;
    while (true) {
      const now = await new Promise<number>(requestAnimationFrame);
      const middle = document.elementFromPoint(left + width / 2, top + height / 2);
      const line = middle?.closest<HTMLElement>("[data-line]");
      const state = line ? (line.dataset.loading === undefined ? "text" : "loading") : "gone";
      if (scroller.scrollTop !== place) frames.push({ tookMs: now - before, line: state });
      before = now;
      place = scroller.scrollTop;
    }
  })();
}

function readFrames(page: Page): Promise<readonly Frame[]> {
  return page.evaluate(() => (window as Recording).scrolled ?? []);
}

async function timeToSettle(page: Page): Promise<number> {
  const start = performance.now();
  await page.waitForFunction(() => {
    const scroller = document.querySelector(".source-scroll")?.getBoundingClientRect();
    if (scroller === undefined) return false;
    const { left, top, width, height } = scroller;
    const line = document
      .elementFromPoint(left + width / 2, top + height / 2)
      ?.closest<HTMLElement>("[data-line]");
    return line !== null && line !== undefined && line.dataset.loading === undefined;
  });
  return performance.now() - start;
}
