import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUploads } from "../../server/uploads/uploads.ts";
import { buildApp, formOf, ingestReport } from "./fake-parts.ts";

let corpus: string;
let followed: number;

beforeEach(() => {
  corpus = mkdtempSync(join(tmpdir(), "uploads-"));
  followed = 0;
});

afterEach(() => {
  chmodSync(corpus, 0o755);
  rmSync(corpus, { recursive: true });
});

function open(...ids: readonly string[]) {
  const source = { status: "refused", code: "no_text_layer", message: "has no text layer" } as const;
  const sources = ["scan.pdf", "年報/甲.txt", ...ids].map((id) => ({ id, ...source }));
  const { app } = buildApp({
    uploads: createUploads(corpus, () => {
      followed++;
    }),
    ingestReport: () => ({ ...ingestReport, sources }),
  });
  return app;
}

const textOf = (id: string) => readFileSync(join(corpus, id), "utf8");

describe("POST /api/documents", () => {
  it("stores files under their names, folders included, and lets the index follow once", async () => {
    const response = await open().request(
      "/api/documents",
      formOf(["年報/2024.txt", "業績。\n"], ["Guide.PDF", "%PDF-1.7\n"]),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      files: [
        { name: "年報/2024.txt", status: "stored", id: "年報/2024.txt", replaced: false },
        { name: "Guide.PDF", status: "stored", id: "Guide.PDF", replaced: false },
      ],
    });
    expect(textOf("年報/2024.txt")).toBe("業績。\n");
    expect(readdirSync(corpus).sort()).toEqual(["Guide.PDF", "年報"]);
    expect(followed).toBe(1);
  });

  it("replaces a file only when asked to", async () => {
    writeFileSync(join(corpus, "a.txt"), "old\n");
    const kept = await open().request("/api/documents", formOf(["a.txt", "new\n"]));
    expect(await kept.json()).toMatchObject({ files: [{ status: "refused", code: "exists" }] });
    expect(textOf("a.txt")).toBe("old\n");
    expect(followed).toBe(0);

    const replaced = await open().request("/api/documents?replace=true", formOf(["a.txt", "new\n"]));
    expect(await replaced.json()).toMatchObject({ files: [{ status: "stored", replaced: true }] });
    expect(textOf("a.txt")).toBe("new\n");
    expect(followed).toBe(1);
  });

  it("takes the two spellings of an accented name as one", async () => {
    writeFileSync(join(corpus, "caf\u00e9.txt"), "old\n");
    const response = await open().request("/api/documents", formOf(["cafe\u0301.txt", "new\n"]));
    expect(await response.json()).toMatchObject({ files: [{ code: "exists" }] });
  });

  it.each<[string, string, BlobPart, string]>([
    ["a kind that is not read", "program.exe", "MZ", "unsupported"],
    ["no ending", "notes", "text", "unsupported"],
    ["a file that an ingest passes over", ".hidden.txt", "text", "unsupported"],
    ["the description of a folder", "README.md", "text", "unsupported"],
    ["an empty file", "a.txt", "", "empty"],
    ["a picture that is called a text", "a.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47]), "binary"],
    ["a text that is called a PDF", "a.pdf", "text", "binary"],
    ["a text that is called a Word file", "a.docx", "text", "binary"],
  ])("refuses %s, and stores the file beside it", async (_, name, content, code) => {
    const response = await open().request("/api/documents", formOf([name, content], ["good.txt", "good\n"]));
    expect(await response.json()).toMatchObject({
      files: [
        { name, status: "refused", code },
        { id: "good.txt", status: "stored" },
      ],
    });
    expect(readdirSync(corpus)).toEqual(["good.txt"]);
  });

  it.skipIf(process.getuid?.() === 0)("says so where the folder cannot be written to", async () => {
    chmodSync(corpus, 0o555);
    const response = await open().request("/api/documents", formOf(["a.txt", "text\n"]));
    expect(await response.json()).toMatchObject({ files: [{ code: "folder_unwritable" }] });
  });
});

describe("DELETE /api/documents/{id}", () => {
  it("removes a file that was read or refused, and lets the index follow", async () => {
    mkdirSync(join(corpus, "年報"));
    writeFileSync(join(corpus, "年報/甲.txt"), "text\n");
    const path = `/api/documents/${encodeURIComponent("年報")}/${encodeURIComponent("甲.txt")}`;
    const response = await open().request(path, { method: "DELETE" });
    expect(response.status).toBe(204);
    expect(followed).toBe(1);
  });

  it("removes the folders that the file leaves empty, and no others", async () => {
    mkdirSync(join(corpus, "a/b/c"), { recursive: true });
    mkdirSync(join(corpus, "a/empty"));
    for (const id of ["a/b/c/d.txt", "e.txt"]) writeFileSync(join(corpus, id), "text\n");
    const app = open("a/b/c/d.txt", "e.txt");
    expect((await app.request("/api/documents/a/b/c/d.txt", { method: "DELETE" })).status).toBe(204);
    expect(readdirSync(corpus, { recursive: true }).sort()).toEqual(["a", "a/empty", "e.txt"]);
    expect((await app.request("/api/documents/e.txt", { method: "DELETE" })).status).toBe(204);
    expect(readdirSync(corpus)).toEqual(["a"]);
  });

  it("takes a file that is gone already as removed", async () => {
    expect((await open().request("/api/documents/scan.pdf", { method: "DELETE" })).status).toBe(204);
    expect(followed).toBe(1);
  });

  it("leaves alone what is no file, and says why", async () => {
    mkdirSync(join(corpus, "scan.pdf"));
    const response = await open().request("/api/documents/scan.pdf", { method: "DELETE" });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: "removal_impossible",
      detail: "is not a regular file",
    });
  });
});

describe("where uploads are off", () => {
  it("says so, and changes nothing", async () => {
    const { app } = buildApp();
    expect(await (await app.request("/api/uploads")).json()).toEqual({ allowed: false, ingest: "done" });
    const stored = await app.request("/api/documents", formOf(["a.txt", "text\n"]));
    expect(stored.status).toBe(403);
    expect(await stored.json()).toMatchObject({ code: "uploads_off" });
    expect((await app.request("/api/documents/scan.pdf", { method: "DELETE" })).status).toBe(403);
  });
});
