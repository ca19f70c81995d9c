import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { asEvents, buildApp, post } from "./fake-parts.ts";

const script = "console.log('Groundline');\n".repeat(100);
const page = `<!doctype html><title>Groundline</title>${"<p>line</p>".repeat(200)}`;
const expand = { br: brotliDecompressSync, gzip: gunzipSync };

describe("what is sent compressed", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["GZIP", "gzip"],
    ["*", "br"],
    ["*;q=0", null],
    ["identity", null],
    ["", null],
  ] as const)("for '%s' is a built file as %s", async (accepted, encoding) => {
    const app = await buildPages();
    for (const [path, text] of [
      ["/assets/main-1a2b.js", script],
      ["/embed.js", script],
      ["/", page],
      ["/embed", page],
    ] as const) {
      const response = await app.request(path, { headers: { "accept-encoding": accepted } });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get("content-encoding")).toBe(encoding);
      expect(response.headers.get("content-length")).toBe(String(bytes.length));
      expect(response.headers.get("vary")).toBe("Accept-Encoding");
      expect(String(encoding === null ? bytes : expand[encoding](bytes))).toBe(text);
    }
  });

  it("is no copy by its own name", async () => {
    const app = await buildPages();
    expect((await app.request("/assets/main-1a2b.js.br")).status).toBe(404);
    expect((await app.request("/embed.js.gz")).status).toBe(404);
  });

  it("is a file without a copy beside it, and whatever text is read from the API", async () => {
    const app = await buildPages();
    for (const path of ["/licenses.txt", "/api/documents/a/b.txt", "/api/openapi.json", "/api/docs"]) {
      const response = await app.request(path, { headers: { "accept-encoding": "gzip, br" } });
      expect(response.headers.get("content-encoding")).toBe("gzip");
      expect(response.headers.get("vary")).toBe("Accept-Encoding");
      const plain = await (await app.request(path)).text();
      expect(String(gunzipSync(await response.arrayBuffer()))).toBe(plain);
    }
  });

  it("is never an answer, nor its events, nor an image", async () => {
    const app = await buildPages();
    const headers = { "accept-encoding": "gzip, br" };
    const asked = await app.request("/api/ask", post({ question: "a" }, { ...asEvents, ...headers }));
    const id = /"id":"([^"]+)"/.exec(await asked.text())?.[1];
    for (const response of [
      asked,
      await app.request(`/api/answers/${id}/events`, {
        headers: { ...headers, cookie: asked.headers.get("set-cookie")?.split(";")[0] ?? "" },
      }),
      await app.request("/api/ask", post({ question: "a" }, headers)),
      await app.request("/photo.png", { headers }),
    ]) {
      expect(response.status).toBe(200);
      expect(response.headers.get("content-encoding")).toBe(null);
    }
  });
});

describe("what a browser has already", () => {
  it.each(["/", "/c/x", "/sources/a.txt", "/embed", "/embed.js", "/licenses.txt", "/assets/main-1a2b.js"])(
    "is not sent again at %s, and is where it has another",
    async (path) => {
      const app = await buildPages();
      const first = await app.request(path, { headers: { "accept-encoding": "br" } });
      const tag = first.headers.get("etag") ?? "";
      const ask = (headers: Record<string, string>) => app.request(path, { headers });
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
        const again = await ask({ "accept-encoding": "br", "if-none-match": known });
        expect(again.status).toBe(304);
        expect(await again.text()).toBe("");
        for (const name of ["etag", "cache-control", "vary", "content-security-policy"]) {
          expect(again.headers.get(name)).toBe(first.headers.get(name));
        }
      }
      expect((await ask({ "accept-encoding": "br", "if-none-match": '"other"' })).status).toBe(200);
    },
  );

  it("is another thing for each encoding", async () => {
    const app = await buildPages();
    const tagFor = async (encoding: string) =>
      (await app.request("/embed.js", { headers: { "accept-encoding": encoding } })).headers.get("etag");
    expect(new Set([await tagFor("br"), await tagFor("gzip"), await tagFor("identity")]).size).toBe(3);
  });

  it("still brings a key to a reader who has lost it", async () => {
    const app = await buildPages();
    const tag = (await app.request("/")).headers.get("etag") ?? "";
    const again = await app.request("/", { headers: { "if-none-match": tag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("set-cookie")).toMatch(/^groundline_reader=/);
  });
});

/** An application with a build whose script and page lie there compressed too. */
async function buildPages() {
  const pages = await mkdtemp(join(tmpdir(), "groundline-"));
  await mkdir(join(pages, "assets"));
  for (const [name, text] of [
    ["index.html", page],
    ["embed.js", script],
    ["assets/main-1a2b.js", script],
  ] as const) {
    await writeFile(join(pages, name), text);
    await writeFile(join(pages, `${name}.br`), brotliCompressSync(text));
    await writeFile(join(pages, `${name}.gz`), gzipSync(text));
  }
  await writeFile(join(pages, "licenses.txt"), script);
  await writeFile(join(pages, "photo.png"), script);
  return buildApp({ pages }).app;
}
