import type { Page } from "playwright-core";
import {
  type FakeOpenAi,
  type ReceivedRequest,
  startFakeOpenAi,
} from "../../evals/fake-openai/fake-openai.ts";
import { type Intranets, startIntranets } from "../e2e/intranets.ts";
import { payloads } from "./payloads.ts";
import { findHarm, openWatchedBrowser, type WatchedBrowser } from "./watched-browser.ts";

/** One price each, with a payload behind it; they begin on the third line of their document. */
export const prices = payloads.map(
  (payload, index) => `Mooring at pier ${index + 1} costs ${index + 41} dollars. ${payload}`,
);
export const firstPriceLine = 3;

export const hostileNames = [
  "<img src=x onerror=window.__pwned=1>.txt",
  "[a](javascript:window.__pwned=1).txt",
  'x" onmouseover="window.__pwned=1.txt',
];
export const refusedName = "<img src=x onerror=window.__pwned=1>.exe";

const documents = {
  "prices.txt": ["Prices of the piers", "", ...prices].join("\n"),
  "title.md":
    "# <svg onload=window.__pwned=1>\n\nLanterns are lit at six.\n\n## <script>window.__pwned=1</script>\n\nThey go out at ten.\n",
  ...Object.fromEntries(hostileNames.map((name) => [name, "The crane lifts nine tonnes.\n"])),
  [refusedName]: "MZ",
};

export interface HostileSite {
  readonly url: string;
  readonly intranets: Intranets;
  readonly browser: WatchedBrowser;
  readonly page: Page;
  readonly ask: (question: string) => Promise<void>;
  /** All that is wrong with the page, its frames and what they asked for, since this was asked last. */
  readonly takeHarm: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** The server over documents full of payloads, with a model that does as they say, and a browser in which all is logged. */
export async function openHostileSite(): Promise<HostileSite> {
  const model: FakeOpenAi = await startFakeOpenAi((request) => ({ pieces: [obey(request)] }));
  const intranets = await startIntranets(documents, {
    OPENAI_BASE_URL: model.url,
    CHAT_MODEL: "obedient",
    UPLOADS: "on",
  });
  const { url } = intranets.server;
  const browser = await openWatchedBrowser();
  const page = await browser.context.newPage();
  page.setDefaultTimeout(10_000);
  return {
    url,
    intranets,
    browser,
    page,
    ask: async (question) => {
      const box = page.getByRole("textbox", { name: "Your question" });
      await box.fill(question);
      await box.press("Enter");
    },
    takeHarm: async () => {
      const own = page.frames().filter((frame) => frame.url().startsWith(url));
      const found = await Promise.all(own.map(findHarm));
      const hasRun = await page.evaluate(() => "__pwned" in window);
      return [
        ...found.flat(),
        ...(hasRun ? ["a script ran in the page around"] : []),
        ...browser.takeTrouble(),
      ];
    },
    stop: async () => {
      await browser.close();
      await intranets.stop();
      model.close();
    },
  };
}

/** What a model replies that follows what it reads: the price asked for, and the payload behind it. */
function obey({ body }: ReceivedRequest): string {
  const prompt = body.messages.at(-1)?.content ?? "";
  const pier = /Question: .*pier (\d+)/.exec(prompt)?.[1];
  for (const passage of prompt.split(/^\[passage (?=\d)/m)) {
    const line = new RegExp(`^(\\d+)\\| (Mooring at pier ${pier} costs \\d+ dollars)\\. (.*)$`, "m").exec(
      passage,
    );
    if (line !== null) return `${line[2]} [${Number.parseInt(passage, 10)}:${line[1]}]. ${line[3]}`;
  }
  return "NOT_FOUND";
}
