import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Frame } from "playwright-core";
import { openBrowser } from "../e2e/browser.ts";

export interface WatchedBrowser {
  readonly context: BrowserContext;
  /** What went wrong in its pages since this was asked last: requests to other hosts, and policies that had to step in. */
  readonly takeTrouble: () => readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * A browser of which every request is logged: those that its pages know of by the browser, and by a proxy those that
 * they do not (pings, prefetches, early connections). The proxy leads nowhere; this computer is reached without it.
 */
export async function openWatchedBrowser(): Promise<WatchedBrowser> {
  const trouble: string[] = [];
  const proxy = createServer(({ url }, response) => {
    if (!isOfBrowser(url)) trouble.push(`the proxy was asked for ${url}`);
    response.writeHead(502).end();
  });
  proxy.on("connect", ({ url }, socket) => {
    if (!isOfBrowser(url)) trouble.push(`the proxy was asked for a connection to ${url}`);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");

  const { port } = proxy.address() as AddressInfo;
  const context = await openBrowser({ locale: "en-GB", flags: [`--proxy-server=http://127.0.0.1:${port}`] });
  context.on("request", (request) => {
    if (!isOwn(request.url())) trouble.push(`a page asked for ${request.url()}`);
  });
  context.on("dialog", (dialog) => {
    trouble.push(`a page opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("console", (message) => {
    if (/Content Security Policy/.test(message.text()))
      trouble.push(`a page was held back: ${message.text()}`);
  });
  context.on("weberror", (error) => void trouble.push(`a script failed: ${error.error().message}`));
  return {
    context,
    takeTrouble: () => trouble.splice(0),
    close: async () => {
      await context.close();
      proxy.close();
    },
  };
}

/** Chromium asks its maker about forms, sign-ins and updates by itself; no payload names these hosts. */
function isOfBrowser(target = ""): boolean {
  return /^(?:http:\/\/)?[a-z\d.-]+\.(?:google|googleapis|gvt1)\.com[:/]/.test(target);
}

function isOwn(url: string): boolean {
  // The icon of the example's pages.
  if (url === "data:,") return true;
  const { protocol, hostname } = new URL(url);
  return protocol === "file:" || (protocol === "http:" && ["localhost", "127.0.0.1"].includes(hostname));
}

/** What a frame's page holds that is more than text and the app's own elements. */
export function findHarm(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const active =
      "img,picture,iframe,frame,object,embed,video,audio,source,base,math,foreignObject,meta[http-equiv]:not([http-equiv=Content-Security-Policy]),[ping],[srcdoc],[style*='url']";
    const harm = [...document.querySelectorAll(active)].map((element) => element.outerHTML.slice(0, 120));
    if ("__pwned" in window) harm.push("a script ran");
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) harm.push(`${name}=${value}`);
        if (!["href", "src", "action", "formaction", "xlink:href"].includes(name)) continue;
        if (new URL(value, location.href).origin !== location.origin) harm.push(`${name}=${value}`);
      }
    }
    return harm;
  });
}
