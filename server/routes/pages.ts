import type { OpenAPIHono } from "@hono/zod-openapi";
import { recognizeReader } from "../access/reader.ts";
import { plainPage } from "../http/plain-page.ts";
import { staticFile } from "../http/static-file.ts";
import type { AppParts } from "./parts.ts";

/** A built file's name holds a hash of its content, so it never changes. */
const forever = "public, max-age=31536000, immutable";
const askEachTime = "no-cache";
/** Pages of other sites name it without a hash; they have a new one within minutes. */
const forMinutes = "public, max-age=600";

/** A page brings its reader's key with it, which no proxy may keep for somebody else. */
const forThisReader = "private, no-cache";

/** The web app: one page for every address a reader can open, and the files it loads. */
export function addPages(app: OpenAPIHono, { pages, access }: Pick<AppParts, "pages" | "access">): void {
  app.on("GET", ["/", "/c/*", "/documents", "/feedback", "/sources/*"], async (context) => {
    const page = await staticFile(pages, "/index.html", context.req.raw, forThisReader);
    // The key comes before the page's first requests, so that two sent at once are one reader's.
    context.res = page ?? notBuilt();
    recognizeReader(context, access);
    return context.res;
  });

  app.get("/embed", async (context) => {
    const page = await staticFile(pages, "/index.html", context.req.raw, askEachTime);
    return page ?? notBuilt();
  });

  app.get("/assets/*", async (context) => {
    const { pathname } = new URL(context.req.url);
    const file = await staticFile(pages, pathname, context.req.raw, forever);
    return file ?? context.notFound();
  });

  app.get("/embed.js", async (context) => {
    const file = await staticFile(pages, "/embed.js", context.req.raw, forMinutes);
    return file ?? context.notFound();
  });

  app.get("/:file{[^/]+\\.[a-z0-9]+}", async (context) => {
    const { pathname } = new URL(context.req.url);
    const file = await staticFile(pages, pathname, context.req.raw, askEachTime);
    return file ?? context.notFound();
  });
}

function notBuilt(): Response {
  return plainPage({
    status: 503,
    title: "The web app has not been built",
    text: "Run npm run build on the server, then reload this page. The API works without it: see /api/docs.",
  });
}
