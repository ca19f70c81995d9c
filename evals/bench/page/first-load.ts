import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";

/** What the chat's page loads first, with nothing in the browser's cache. */
export async function measureFirstLoad(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const loaded = new Map<string, { type: string; onWire: number }>();
  session.on("Network.responseReceived", ({ requestId, type }) => {
    loaded.set(requestId, { type, onWire: 0 });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = loaded.get(requestId);
    if (one !== undefined) loaded.set(requestId, { ...one, onWire: encodedDataLength });
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const code: { readonly onWire: number; readonly plain: number; readonly zipped: number }[] = [];
  for (const [requestId, { type, onWire }] of loaded) {
    if (type !== "Script" && type !== "Stylesheet") continue;
    const { body } = await session.send("Network.getResponseBody", { requestId });
    code.push({ onWire, plain: Buffer.byteLength(body), zipped: gzipSync(body, { level: 9 }).length });
  }
  await context.close();
  const sum = (field: keyof (typeof code)[number]) =>
    kilobytes(code.reduce((total, one) => total + one[field], 0));
  const all = [...loaded.values()].reduce((total, { onWire }) => total + onWire, 0);
  return `first load, scripts and styles (${code.length}): ${sum("plain")} plain, ${sum("zipped")} gzipped, ${sum("onWire")} over the wire with headers; everything (${loaded.size}): ${kilobytes(all)}`;
}

/** What another page loads before its reader opens the chat. */
export async function measureLoader(url: string): Promise<string> {
  const read = async (encoding: string) =>
    (await fetch(`${url}/embed.js`, { headers: { "accept-encoding": encoding } })).headers.get(
      "content-length",
    );
  return `embed loader: ${kilobytes(Number(await read("identity")))} plain, ${kilobytes(Number(await read("gzip")))} gzipped, ${kilobytes(Number(await read("br")))} with brotli`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
