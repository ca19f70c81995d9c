import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/** A browser with nothing in its profile; closing it removes the profile. */
export async function openBrowser({
  locale = "zh-HK",
  width = 1280,
  height = 800,
  flags = [] as readonly string[],
  preferences = {},
} = {}): Promise<BrowserContext> {
  if (browserPath === null) throw new Error("There is no Chromium; the test should have been skipped.");
  const profile = await mkdtemp(join(tmpdir(), "groundline-browser-"));
  await mkdir(join(profile, "Default"));
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    args: [...commonFlags, ...flags],
    locale,
    viewport: { width, height },
    reducedMotion: "reduce",
  });
  context.on("close", () => void rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  return context;
}

const candidates = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
].filter((path) => path !== undefined);

const commonFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where Chromium is; null where it is not, which CI does not let pass. */
export const browserPath: string | null = findBrowser();

function findBrowser(): string | null {
  const found = candidates.find((path) => existsSync(path));
  if (found !== undefined) return found;
  const advice = `no Chromium at ${candidates.join(", ")}; install it, or set CHROMIUM_PATH`;
  if (process.env.CI) throw new Error(`The browser tests cannot run: ${advice}.`);
  process.stderr.write(`SKIPPED: the browser tests, because there is ${advice}.\n`);
  return null;
}
