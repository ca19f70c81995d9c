import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildApp, buildBase } from "./fake-parts.ts";

describe("GET /api/documents", () => {
  it("lists every document without the index's own figures", async () => {
    const response = await buildApp().app.request("/api/documents");
    const common = { organisation: null, year: 2024, language: "en" };
    expect(await response.json()).toEqual({
      documents: [
        { id: "a/b.txt", title: "Title of a/b.txt", lineCount: 1000, ...common },
        { id: "空 白.txt", title: "Title of 空 白.txt", lineCount: 3, ...common },
      ],
    });
  });
});

describe("GET /api/documents/{id}", () => {
  it.each([
    ["", 1, 400],
    ["?from=1&to=3", 1, 3],
    ["?from=7&to=7", 7, 7],
    ["?from=300", 300, 699],
    ["?from=990", 990, 1000],
    ["?from=990&to=2000", 990, 1000],
    ["?to=2", 1, 2],
    ["?from=1&to=1000", 1, 400],
    ["?from=2&to=999999999999999", 2, 401],
  ])("[R055] answers '%s' with lines %i to %i", async (query, first, last) => {
    const response = await buildApp().app.request(`/api/documents/a/b.txt${query}`);
    expect(response.status).toBe(200);
    const { lines, ...document } = await response.json();
    expect(document).toEqual({ id: "a/b.txt", title: "Title of a/b.txt", language: "en", lineCount: 1000 });
    expect(lines[0]).toEqual({ number: first, text: `line ${first}`, page: null });
    expect(lines.at(-1).number).toBe(last);
    expect(lines).toHaveLength(last - first + 1);
  });

  it.each([
    ["from=3&to=2", 400, "line_range_invalid"],
    ["from=0", 400, "line_range_invalid"],
    ["from=-1", 400, "line_range_invalid"],
    ["from=1.5", 400, "line_range_invalid"],
    ["from=1e9", 400, "line_range_invalid"],
    ["from=NaN", 400, "line_range_invalid"],
    ["from=", 400, "line_range_invalid"],
    ["to=%00", 400, "line_range_invalid"],
    ["from=1&from=2", 400, "line_range_invalid"],
    ["from=9999999999999999999", 400, "line_range_invalid"],
    ["form=1", 400, "request_invalid"],
    ["from=1001", 404, "line_range_unknown"],
    ["from=1000000000&to=1000000001", 404, "line_range_unknown"],
  ])("[R055] refuses ?%s", async (query, status, code) => {
    const response = await buildApp().app.request(`/api/documents/a/b.txt?${query}`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it("says how many lines there are", async () => {
    const response = await buildApp().app.request("/api/documents/a/b.txt?from=1001");
    expect((await response.json()).detail).toBe("The document has 1000 lines.");
  });

  it.each([
    ["plain.txt", "plain.txt"],
    ["空 白.txt", "%E7%A9%BA%20%E7%99%BD.txt"],
    ["a/深/𠮷.txt", "a/%E6%B7%B1/%F0%A0%AE%B7.txt"],
    ["100%.txt", "100%25.txt"],
    ["%41.txt", "%2541.txt"],
    ["a+b.txt", "a+b.txt"],
    ["a?b#c.txt", "a%3Fb%23c.txt"],
    ["back\\slash.txt", "back%5Cslash.txt"],
    ["line\nbreak.txt", "line%0Abreak.txt"],
    ["<img onerror>.txt", "%3Cimg%20onerror%3E.txt"],
    ["whole/id.txt", "whole%2Fid.txt"],
    ["lists/original", "lists/original"],
  ])("[R017] finds %s at %s, decoded once", async (id, path) => {
    const { app } = buildApp({ knowledge: () => ({ base: buildBase({ [id]: 2 }) }) });
    const response = await app.request(`/api/documents/${path}`);
    expect(response.status).toBe(200);
    expect((await response.json()).id).toBe(id);
  });

  it.each([
    "nothing.txt",
    "A/B.txt",
    "a//b.txt",
    "a/b.txt/",
    "%61%252Fb.txt",
    "a/../a/b.txt/../../../../etc/passwd",
    "%2e%2e/%2e%2e/etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "..%5C..%5Cetc",
    "%2Fetc%2Fpasswd",
    "a/b.txt%00",
    "%E7%A9",
    "100%",
    "__proto__",
    "constructor",
  ])("[R055] knows no document %s", async (path) => {
    const response = await buildApp().app.request(`/api/documents/${path}`);
    expect(response.status).toBe(404);
    expect((await response.json()).code).toMatch(/^(document|path)_unknown$/);
  });
});

describe("GET /api/documents/{id}/original", () => {
  it.each([
    ["application/pdf", "inline"],
    ["text/html", "attachment"],
    ["text/plain", "attachment"],
  ])("sends %s as %s, named as the source file", async (mediaType, disposition) => {
    const path = await writeSource("first\n最後");
    const { app } = buildApp({ originals: async () => ({ path, name: "報 告'(1).txt", mediaType }) });
    const response = await app.request("/api/documents/a/b.txt/original");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(mediaType);
    expect(response.headers.get("content-length")).toBe("12");
    expect(response.headers.get("content-disposition")).toBe(
      `${disposition}; filename*=UTF-8''%E5%A0%B1%20%E5%91%8A%27%281%29.txt`,
    );
    expect(await response.text()).toBe("first\n最後");
  });

  it("sends a file of several pieces whole, and an empty one", async () => {
    for (const content of ["0123456789".repeat(50_000), ""]) {
      const path = await writeSource(content);
      const { app } = buildApp({ originals: async () => ({ path, name: "b.txt", mediaType: "text/plain" }) });
      const response = await app.request("/api/documents/a/b.txt/original");
      expect(await response.text()).toBe(content);
    }
  });

  it("sends no body for HEAD", async () => {
    const path = await writeSource("first");
    const { app } = buildApp({ originals: async () => ({ path, name: "b.txt", mediaType: "text/plain" }) });
    const response = await app.request("/api/documents/a/b.txt/original", { method: "HEAD" });
    expect(response.headers.get("content-length")).toBe("5");
    expect(await response.text()).toBe("");
  });

  it("[R055] asks only for ids the index knows", async () => {
    const asked: string[] = [];
    const { app } = buildApp({
      originals: async (id) => {
        asked.push(id);
        return null;
      },
    });
    for (const id of ["a/b.txt", "%E7%A9%BA%20%E7%99%BD.txt", "../secret", "..%2fsecret", "nothing"]) {
      const response = await app.request(`/api/documents/${id}/original`);
      expect(response.status).toBe(404);
    }
    expect(asked).toEqual(["a/b.txt", "空 白.txt"]);
  });

  it.each([
    ["is gone", "/nowhere/b.txt"],
    ["is a folder", tmpdir()],
  ])("says so where the file %s", async (_, path) => {
    const { app } = buildApp({ originals: async () => ({ path, name: "b.txt", mediaType: "text/plain" }) });
    const response = await app.request("/api/documents/a/b.txt/original");
    expect(await response.json()).toMatchObject({ status: 404, code: "original_unavailable" });
  });
});

async function writeSource(content: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "groundline-")), "source");
  await writeFile(path, content);
  return path;
}
