import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUploads } from "../../server/uploads/uploads.ts";
import { buildApp, formOf } from "./fake-parts.ts";

let corpus: string;
let followed: number;

beforeEach(() => {
  corpus = mkdtempSync(join(tmpdir(), "upload-forms-"));
  followed = 0;
});

afterEach(() => rmSync(corpus, { recursive: true }));

function open() {
  const follow = () => {
    followed++;
  };
  return buildApp({ uploads: createUploads(corpus, follow) }).app;
}

const boundary = "----boundary";

function partOf(name: string, content: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n`;
}

/** A form that arrives in chunks of so many bytes. */
function inChunks(form: Buffer, length: number): RequestInit {
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < form.length; at += length) controller.enqueue(form.subarray(at, at + length));
      controller.close();
    },
  });
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  return { method: "POST", headers, body, duplex: "half" } as RequestInit;
}

const sizeOnDisk = () =>
  readdirSync(corpus).reduce((sum, name) => sum + statSync(join(corpus, name)).size, 0);

const textOf = (id: string) => readFileSync(join(corpus, id), "utf8");

describe("a form of files", () => {
  it.each<[string, RequestInit, number, string]>([
    ["no body", {}, 400, "multipart_invalid"],
    ["JSON", { body: "{}", headers: { "content-type": "application/json" } }, 400, "multipart_invalid"],
    [
      "a form that breaks off",
      { body: "--x\r\nContent-Disp", headers: { "content-type": "multipart/form-data; boundary=x" } },
      400,
      "multipart_invalid",
    ],
    [
      "a form without a boundary",
      { body: "x", headers: { "content-type": "multipart/form-data" } },
      400,
      "multipart_invalid",
    ],
    ["a form without a file", { body: new FormData() }, 400, "multipart_invalid"],
  ])("[R049] refuses %s", async (_, init, status, code) => {
    const response = await open().request("/api/documents", { method: "POST", ...init });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it("stores every byte of every file, however the form arrives", async () => {
    const app = open();
    const piece = fc.oneof(
      fc.constantFrom(
        "\r\n",
        "\r",
        "\n",
        "--",
        "-",
        boundary,
        `--${boundary.slice(1)}`,
        `\r\n--${boundary.slice(2)}`,
      ),
      fc.string({ minLength: 1, maxLength: 40 }),
    );
    const content = fc
      .array(piece, { minLength: 1, maxLength: 12 })
      .map((pieces) => `text ${pieces.join("")}`)
      .filter((text) => !text.includes(`\r\n--${boundary}`));
    const files = fc.array(content, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 200 }), async (contents, chunkLength) => {
        const parts = contents.map((text, number) => partOf(`${number}.txt`, text));
        const form = Buffer.from(`${parts.join("")}--${boundary}--\r\n`);
        const response = await app.request("/api/documents?replace=true", inChunks(form, chunkLength));
        const { files } = await response.json();
        expect(files).toMatchObject(contents.map(() => ({ status: "stored" })));
        expect(contents.map((_, number) => textOf(`${number}.txt`))).toEqual(contents);
      }),
    );
  });

  it("takes no file of a form that breaks off, and leaves nothing behind", async () => {
    const form = Buffer.from(`${partOf("a.txt", "whole\n")}${partOf("b.txt", "broken")}`);
    for (const length of [form.length, form.length - 1, form.length - 5]) {
      const response = await open().request("/api/documents", inChunks(form.subarray(0, length), 16));
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "multipart_invalid" });
    }
    expect(readdirSync(corpus)).toEqual([]);
    expect(followed).toBe(0);
  });

  it("[R051] refuses a part whose head does not end", async () => {
    const form = Buffer.from(
      partOf("a.txt", "text").replace("\r\n\r\n", `\r\nX: ${"x".repeat(20_000)}\r\n\r\n`),
    );
    const response = await open().request(
      "/api/documents",
      inChunks(Buffer.concat([form, Buffer.from(`--${boundary}--`)]), 1000),
    );
    expect(response.status).toBe(400);
    expect(readdirSync(corpus)).toEqual([]);
  });

  it("reads no more of a form than shows that it is none", async () => {
    let isCancelled = false;
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(Buffer.from(`--${boundary}\r\nno: head\r\n\r\n`)),
      cancel: () => {
        isCancelled = true;
      },
    });
    const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
    const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    expect((await open().request("/api/documents", init)).status).toBe(400);
    expect(isCancelled).toBe(true);
  });

  it("takes what stands beside the files in a form for no file", async () => {
    const note = `--${boundary}\r\nContent-Disposition: form-data; name="filename"\r\n\r\nnote.txt\r\n`;
    const form = Buffer.from(`preamble\r\n${note}${partOf("a.txt", "a\n")}--${boundary}--\r\nepilogue`);
    const response = await open().request("/api/documents", inChunks(form, 50));
    expect(await response.json()).toMatchObject({ files: [{ id: "a.txt", status: "stored" }] });
    expect(readdirSync(corpus)).toEqual(["a.txt"]);
  });

  it("[R051] refuses a form of more than 1000 files whole", async () => {
    const names = Array.from({ length: 1001 }, (_, index) => `${index}.txt`);
    const response = await open().request(
      "/api/documents",
      formOf(...names.map((name) => [name, "x"] as const)),
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ detail: "The form has more than 1000 files." });
    expect(readdirSync(corpus)).toEqual([]);
  });

  it("[R051] refuses more than 100 MB, writes what arrives to the disk, and receives one upload at a time", async () => {
    const app = open();
    const piece = Buffer.alloc(1 << 20);
    let sent = 0;
    let resume = () => {};
    const paused = new Promise<void>((resolve) => {
      resume = resolve;
    });
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from(partOf("large.txt", ""))),
      async pull(controller) {
        if (sent === 50) await paused;
        if (sent++ === 101) controller.close();
        else controller.enqueue(piece);
      },
    });
    const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
    const request = new Request("http://localhost/api/documents", {
      method: "POST",
      headers,
      body,
      duplex: "half",
    } as RequestInit);
    const large = app.request(request);
    await expect.poll(() => sizeOnDisk(), { timeout: 20_000 }).toBeGreaterThan(45 << 20);
    const other = await app.request("/api/documents", formOf(["a.txt", "text\n"]));
    expect(other.status).toBe(503);
    expect(await other.json()).toMatchObject({ code: "uploads_busy" });
    resume();
    expect((await large).status).toBe(413);
    expect(readdirSync(corpus)).toEqual([]);
    expect((await app.request("/api/documents", formOf(["a.txt", "text\n"]))).status).toBe(200);
  });
});
