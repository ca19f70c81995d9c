import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUploads } from "../../server/uploads/uploads.ts";
import { buildApp, ingestReport } from "../server/fake-parts.ts";

let folder: string;
let corpus: string;

/** A corpus with links out of it, beside a folder that nothing may change. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "upload-tricks-"));
  corpus = join(folder, "corpus");
  mkdirSync(join(folder, "outside"));
  writeFileSync(join(folder, "outside", "secret.txt"), "secret\n");
  mkdirSync(corpus);
  writeFileSync(join(corpus, "file.txt"), "text\n");
  symlinkSync(join(folder, "outside"), join(corpus, "linked"));
  symlinkSync(join(folder, "outside", "secret.txt"), join(corpus, "link.txt"));
  symlinkSync(join(folder, "outside", "new.txt"), join(corpus, "dangling.txt"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function open(ids: readonly string[] = []) {
  const source = { status: "refused", code: "outside_root", message: "leads outside" } as const;
  const sources = ids.map((id) => ({ id, ...source }));
  return buildApp({
    uploads: createUploads(corpus, () => {}),
    ingestReport: () => ({ ...ingestReport, sources }),
  }).app;
}

/** Written by hand: a browser would not send these names. */
function send(name: string): RequestInit {
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  return {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    body: `${head}changed\n\r\n--x--\r\n`,
  };
}

function expectUntouched(): void {
  expect(readdirSync(folder).sort()).toEqual(["corpus", "outside"]);
  expect(readdirSync(join(folder, "outside"))).toEqual(["secret.txt"]);
  expect(readFileSync(join(folder, "outside", "secret.txt"), "utf8")).toBe("secret\n");
  expect(readdirSync(corpus).sort()).toEqual(["dangling.txt", "file.txt", "link.txt", "linked"]);
  expect(readFileSync(join(corpus, "file.txt"), "utf8")).toBe("text\n");
}

describe("an upload", () => {
  it.each([
    "../escaped.txt",
    "../../escaped.txt",
    "a/../../escaped.txt",
    "./a.txt",
    "a/./b.txt",
    "..",
    "/etc/escaped.txt",
    "//host/escaped.txt",
    "C:\\escaped.txt",
    "C:escaped.txt",
    "..\\escaped.txt",
    "a\\b.txt",
    "file.txt:stream.txt",
    "a//b.txt",
    "a/",
    "a.txt/",
    "\u0000.txt",
    "a\u0000.txt",
    "a\u0007.txt",
    "a\u001b[31m.txt",
    "a|b.txt",
    "a%22b.txt",
    "<img onerror>.txt",
    " a.txt",
    "a.txt ",
    "a.txt.",
    "folder./a.txt",
    `${"字".repeat(80)}.txt`,
    "a/b/c/d/e/f/g/h/i.txt",
    ".git/config.txt",
    ".groundline-upload-x.txt",
    "~$a.docx",
    "file.txt/b.txt",
    "linked/new.txt",
    "linked/secret.txt",
    "link.txt",
    "dangling.txt",
  ])("[R055] is refused with a reason and writes nowhere: %j", async (name) => {
    const response = await open().request("/api/documents?replace=true", send(name));
    expect([200, 400]).toContain(response.status);
    const { files = [] } = await response.json();
    for (const file of files)
      expect(file).toMatchObject({ status: "refused", message: expect.stringMatching(/\w/) });
    expectUntouched();
  });

  it.each(["a..%2fescaped.txt", "%2e%2e%2fescaped.txt"])(
    "[R055] is never decoded into a path: %s",
    async (name) => {
      await open().request("/api/documents", send(name));
      expect(existsSync(join(folder, "escaped.txt"))).toBe(false);
      expect(readFileSync(join(corpus, name), "utf8")).toBe("changed\n");
    },
  );

  it.each<[string, Record<string, string>]>([
    ["a page of another site", { "sec-fetch-site": "cross-site" }],
    ["a page of a neighbouring origin", { "sec-fetch-site": "same-site" }],
    ["an address typed in", { "sec-fetch-site": "none" }],
    ["another origin, in an old browser", { origin: "https://evil.example" }],
    ["the same host at another port", { origin: "http://localhost:8080" }],
    ["a name that begins like ours", { origin: "http://localhost.evil.example" }],
    ["a sandboxed page", { origin: "null" }],
  ])("[R057] is refused from %s, and so is a removal", async (_, headers) => {
    const app = open(["file.txt"]);
    const { headers: type, ...init } = send("new.txt");
    const stored = await app.request("/api/documents", { ...init, headers: { ...type, ...headers } });
    const removed = await app.request("/api/documents/file.txt", { method: "DELETE", headers });
    for (const response of [stored, removed]) {
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: "other_origin" });
      expect(response.headers.has("access-control-allow-origin")).toBe(false);
    }
    expectUntouched();
  });

  it.each<[string, Record<string, string>]>([
    ["a page of this server", { "sec-fetch-site": "same-origin", origin: "https://proxied.example" }],
    ["a page of this server, in an old browser", { origin: "https://localhost" }],
    ["a program", {}],
  ])("[R057] is taken from %s", async (_, headers) => {
    const { headers: type, ...init } = send("new.txt");
    const response = await open().request("/api/documents", { ...init, headers: { ...type, ...headers } });
    expect(await response.json()).toMatchObject({ files: [{ status: "stored" }] });
  });
});

describe("a removal", () => {
  it.each([
    "../outside/secret.txt",
    "%2e%2e%2foutside%2fsecret.txt",
    "..%2foutside%2fsecret.txt",
    "%2fetc%2fhosts",
    "linked/secret.txt",
    "unlisted.txt",
    "file.txt%00",
    "%ff",
  ])("[R055] of an id that was not ingested is refused: %s", async (id) => {
    const response = await open(["file.txt"]).request(`/api/documents/${id}`, { method: "DELETE" });
    expect(response.status).toBe(404);
    expectUntouched();
  });

  it.each(["../outside/secret.txt", "linked/secret.txt", "linked/../../outside/secret.txt"])(
    "[R055] stays inside the corpus even where the report names what lies outside: %s",
    async (id) => {
      const path = id.split("/").map(encodeURIComponent).join("/").replaceAll("..", "%2e%2e");
      await open([id]).request(`/api/documents/${path.replaceAll("/", "%2f")}`, { method: "DELETE" });
      expectUntouched();
    },
  );

  it.each(["link.txt", "dangling.txt", "linked"])(
    "[R055] leaves a link and what it leads to: %s",
    async (id) => {
      const response = await open([id]).request(`/api/documents/${id}`, { method: "DELETE" });
      expect(response.status).toBe(409);
      expectUntouched();
    },
  );
});
