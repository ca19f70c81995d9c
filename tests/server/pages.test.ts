import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildApp } from "./fake-parts.ts";

const index = "<!doctype html><title>Groundline</title>";
const forever = "public, max-age=31536000, immutable";

describe("pages", () => {
  it.each([
    "/",
    "/c/conversation-1",
    "/documents",
    "/sources/a/b.txt",
    "/sources/%E7%A9%BA%20%E7%99%BD.txt",
    "/sources/a.b",
    "/sources/a%0Ab",
  ])("%s is the web app, with a key for a new reader", async (path) => {
    const response = await (await buildPages()).request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
    expect(response.headers.get("set-cookie")).toMatch(/^groundline_reader=/);
    expect(await response.text()).toBe(index);
  });

  it("gives no key with the page that other sites frame", async () => {
    const response = await (await buildPages()).request("/embed");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(response.headers.has("set-cookie")).toBe(false);
    expect(await response.text()).toBe(index);
  });

  it.each([
    ["/assets/main-1a2b.js", "text/javascript; charset=utf-8", forever],
    ["/assets/fonts/%E5%AD%97.woff2", "font/woff2", forever],
    ["/embed.js", "text/javascript; charset=utf-8", "public, max-age=600"],
    ["/mark.svg", "image/svg+xml; charset=utf-8", "no-cache"],
  ])("%s is a file", async (path, mediaType, cacheControl) => {
    const response = await (await buildPages()).request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(mediaType);
    expect(response.headers.get("cache-control")).toBe(cacheControl);
    expect(await response.text()).toBe(path.split("/").at(-1));
  });

  it.each([
    "/assets/missing.js",
    "/assets/",
    "/assets/fonts",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/assets/..%5C..%5Csecret.txt",
    "/assets/../../secret.txt",
    "/assets/%2Fetc%2Fpasswd",
    "/assets/main-1a2b.js%00.png",
    "/assets/100%",
    "/assets/outside.txt",
    "/assets/neighbour.txt",
    "/assets/main-1a2b.js.map",
    "/assets/.hidden.js",
    "/assets/fonts%2f..%2f.hidden.js",
    "/..%2fsecret.txt",
    "/secret.txt",
    "/.env",
  ])("[R055] [R062] nothing is shown at %s", async (path) => {
    const response = await (await buildPages()).request(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("secret");
  });

  it.each(["/", "/c/x", "/documents", "/sources/a.txt"])(
    "%s says what to run where nothing was built",
    async (path) => {
      const response = await buildApp().app.request(path);
      expect(response.status).toBe(503);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(await response.text()).toContain("Run npm run build");
    },
  );
});

/** An application whose build stands beside a secret; every asset's content is its own encoded name. */
async function buildPages() {
  const folder = await mkdtemp(join(tmpdir(), "groundline-"));
  const pages = join(folder, "dist");
  await mkdir(join(pages, "assets", "fonts"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(pages, "index.html"), index);
  await writeFile(join(pages, "mark.svg"), "mark.svg");
  await writeFile(join(pages, "embed.js"), "embed.js");
  await writeFile(join(pages, ".env"), "secret");
  await writeFile(join(pages, "assets", "main-1a2b.js"), "main-1a2b.js");
  await writeFile(join(pages, "assets", "main-1a2b.js.map"), "secret");
  await writeFile(join(pages, "assets", ".hidden.js"), "secret");
  await writeFile(join(pages, "assets", "fonts", "字.woff2"), "%E5%AD%97.woff2");
  await symlink(join(folder, "secret.txt"), join(pages, "assets", "outside.txt"));
  await writeFile(`${pages}-secret.txt`, "secret");
  await symlink(`${pages}-secret.txt`, join(pages, "assets", "neighbour.txt"));
  return buildApp({ pages }).app;
}
