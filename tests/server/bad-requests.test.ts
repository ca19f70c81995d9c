import { describe, expect, it, vi } from "vitest";
import { buildApp, post } from "./fake-parts.ts";

const searchOrAsk = ["/api/search", "/api/ask"] as const;
const json = { "content-type": "application/json" };

function fieldOf(path: string): "query" | "question" {
  return path === "/api/search" ? "query" : "question";
}

describe.each(searchOrAsk)("POST %s", (path) => {
  const field = fieldOf(path);
  const good = JSON.stringify({ [field]: "How high?" });

  it.each<[string, RequestInit, number, string]>([
    ["no body", { headers: json }, 400, "json_invalid"],
    ["no body and no content type", {}, 415, "content_type_unsupported"],
    ["an empty body", { headers: json, body: "" }, 400, "json_invalid"],
    ["null", { headers: json, body: "null" }, 400, "request_invalid"],
    ["an array", { headers: json, body: "[]" }, 400, "request_invalid"],
    ["a string", { headers: json, body: '"x"' }, 400, "request_invalid"],
    ["an empty object", { headers: json, body: "{}" }, 400, "request_invalid"],
    ["half a JSON text", { headers: json, body: '{"q":' }, 400, "json_invalid"],
    ["a byte order mark", { headers: json, body: `\uFEFF${good}` }, 400, "json_invalid"],
    [
      "bytes that are not UTF-8",
      { headers: json, body: new Uint8Array([0x22, 0xff, 0x22]) },
      400,
      "json_invalid",
    ],
    [
      "a form's content type",
      { headers: { "content-type": "text/plain" }, body: good },
      415,
      "content_type_unsupported",
    ],
    [
      "JSON of another kind",
      { headers: { "content-type": "application/ld+json" }, body: good },
      415,
      "content_type_unsupported",
    ],
    [
      "a compressed body",
      { headers: { ...json, "content-encoding": "gzip" }, body: good },
      415,
      "content_type_unsupported",
    ],
    ["a key given twice", post(`{"${field}":"a","${field}":"b"}`), 400, "json_invalid"],
    [
      "a key given twice, escaped once",
      post(`{"${field}":"a","\\u0071${field.slice(1)}":"b"}`),
      400,
      "json_invalid",
    ],
    ["a key of the prototype", post(`{"${field}":"a","__proto__":{"polluted":1}}`), 400, "request_invalid"],
    [
      "a constructor",
      post(`{"${field}":"a","constructor":{"prototype":{"polluted":1}}}`),
      400,
      "request_invalid",
    ],
    ["an unknown key", post({ [field]: "a", model: "x" }), 400, "request_invalid"],
    ["a number as text", post({ [field]: 7 }), 400, "request_invalid"],
    ["100,000 brackets", post(`{"${field}":${"[".repeat(1e5)}${"]".repeat(1e5)}}`), 400, "request_invalid"],
    ["nothing to read", post({ [field]: "" }), 400, `${field}_empty`],
    ["blanks", post({ [field]: " \n\u3000" }), 400, `${field}_empty`],
    ["zero-width marks and a NUL", post({ [field]: "\u200B\u2060\0" }), 400, `${field}_empty`],
    ["2,001 characters", post({ [field]: "字".repeat(2001) }), 400, `${field}_too_long`],
    ["an unknown document", post({ [field]: "a", documents: ["a/b.txt", "c"] }), 404, "document_unknown"],
    ["a document's path upwards", post({ [field]: "a", documents: ["../a/b.txt"] }), 404, "document_unknown"],
    ["no documents at all", post({ [field]: "a", documents: [] }), 400, "request_invalid"],
    ["a document that is no text", post({ [field]: "a", documents: [1] }), 400, "request_invalid"],
    ["one byte over 256 KiB", { headers: json, body: " ".repeat(256 * 1024 + 1) }, 413, "body_too_large"],
  ])("[R049] [R050] [R052] refuses %s", async (_, init, status, code) => {
    const { app } = buildApp();
    const response = await app.request(path, { method: "POST", ...init });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code, status, type: `/api/docs#${code}` });
    expect({}).not.toHaveProperty("polluted");

    expect((await app.request(path, post({ [field]: "How high?" }))).status).toBe(200);
  });

  it.each([
    ["2,000 characters", "字".repeat(2000)],
    ["one character", "高"],
    ["an emoji", "🧗‍♀️"],
    ["a lone surrogate", "high \ud800"],
    ["right-to-left and terminal marks", "\u202Ehigh\u001b[31m"],
  ])("[R052] takes %s", async (_, text) => {
    const response = await buildApp().app.request(path, post({ [field]: text }));
    expect(response.status).toBe(200);
  });

  it("takes a body of exactly 256 KiB", async () => {
    const response = await buildApp().app.request(path, post(good.padEnd(256 * 1024)));
    expect(response.status).toBe(200);
  });

  it("names the field and the reason of a refusal, and cuts what it repeats", async () => {
    const { app } = buildApp();
    const unknown = await app.request(path, post({ [field]: "a", ["x".repeat(5000)]: 1 }));
    expect((await unknown.json()).detail).toHaveLength(300);
    const typed = await app.request(path, post({ [field]: 7 }));
    expect((await typed.json()).detail).toBe(`${field}: Invalid input: expected string, received number`);
  });

  it("[R051] counts a body that comes in pieces and stops reading at the limit", async () => {
    let pieces = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    const init = { method: "POST", headers: json, body: endless, duplex: "half" } as RequestInit;
    const response = await buildApp().app.request(path, init);
    expect(response.status).toBe(413);
    expect(pieces).toBeLessThan(10);
  });

  it("[R051] gives a body 30 s", async () => {
    vi.useFakeTimers();
    try {
      const never = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new Uint8Array([0x7b])),
      });
      const init = { method: "POST", headers: json, body: never, duplex: "half" } as RequestInit;
      const response = buildApp().app.request(path, init);
      await vi.advanceTimersByTimeAsync(30_000);
      expect(await (await response).json()).toMatchObject({ code: "body_slow", detail: "within 30 seconds" });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("POST /api/search", () => {
  it.each([0, 51, 1.5, "10", null, true])("refuses a limit of %s", async (limit) => {
    const response = await buildApp().app.request("/api/search", post({ query: "a", limit }));
    expect(await response.json()).toMatchObject({ status: 400, code: "request_invalid" });
  });

  it("refuses a limit no number can hold", async () => {
    const response = await buildApp().app.request("/api/search", post('{"query":"a","limit":1e400}'));
    expect(await response.json()).toMatchObject({ status: 400, code: "request_invalid" });
  });
});

describe("POST /api/ask", () => {
  const turn = { role: "user", content: "x" };

  it.each([
    ["21 turns", { history: Array.from({ length: 21 }, () => turn) }],
    ["a turn of 4,001 characters", { history: [{ role: "user", content: "x".repeat(4001) }] }],
    ["a turn of the system", { history: [{ role: "system", content: "x" }] }],
    ["a turn with an unknown key", { history: [{ ...turn, name: "x" }] }],
    ["a turn without content", { history: [{ role: "user" }] }],
    ["a history that is no list", { history: turn }],
    ["a conversation that is no id", { conversation: "../x" }],
    ["a conversation of 65 characters", { conversation: "x".repeat(65) }],
  ])("refuses %s", async (_, fields) => {
    const response = await buildApp().app.request("/api/ask", post({ question: "a", ...fields }));
    expect(await response.json()).toMatchObject({ status: 400, code: "request_invalid" });
  });

  it("refuses in JSON even where events were asked for", async () => {
    const response = await buildApp().app.request(
      "/api/ask",
      post({ question: "" }, { accept: "text/event-stream" }),
    );
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});

const quoted = { document: "a/b.txt", startLine: 1, endLine: 2, quote: "line 1" };
const chat = { model: "groundline", messages: [{ role: "user", content: "How high?" }] };

describe.each([
  ["PATCH", "/api/conversations/x", "title", { title: "x" }],
  ["PUT", "/api/answers/x/feedback", "rating", { rating: "up" }],
  ["POST", "/api/answers/x/stop", "any", {}],
  ["POST", "/api/citations/locate", "quote", quoted],
  ["POST", "/v1/chat/completions", "model", chat],
])("%s %s", (method, path, field, good) => {
  const text = JSON.stringify(good);
  const withKey = (key: string, value: string) => `{"${key}":${value},${text.slice(1)}`.replace(",}", "}");

  it.each<[string, RequestInit, number, string]>([
    ["no body", { headers: json }, 400, "json_invalid"],
    ["no body and no content type", {}, 415, "content_type_unsupported"],
    ["an empty body", { headers: json, body: "" }, 400, "json_invalid"],
    ["null", { headers: json, body: "null" }, 400, "request_invalid"],
    ["an array", { headers: json, body: "[]" }, 400, "request_invalid"],
    ["half a JSON text", { headers: json, body: '{"q":' }, 400, "json_invalid"],
    ["a byte order mark", { headers: json, body: `\uFEFF${text}` }, 400, "json_invalid"],
    [
      "a form's content type",
      { headers: { "content-type": "text/plain" }, body: text },
      415,
      "content_type_unsupported",
    ],
    [
      "a compressed body",
      { headers: { ...json, "content-encoding": "gzip" }, body: text },
      415,
      "content_type_unsupported",
    ],
    ["a key given twice", post(`{"${field}":1,"${field}":1}`), 400, "json_invalid"],
    ["a number for text", post({ ...good, [field]: 7 }), 400, "request_invalid"],
    ["a number that none can hold", post(`{"${field}":1e400}`), 400, "request_invalid"],
    ["100,000 brackets", post(`{"${field}":${"[".repeat(1e5)}${"]".repeat(1e5)}}`), 400, "request_invalid"],
    ["one byte over 256 KiB", { headers: json, body: " ".repeat(256 * 1024 + 1) }, 413, "body_too_large"],
  ])("[R049] [R050] [R051] refuses %s", async (_, init, status, code) => {
    const { app } = buildApp();
    const response = await app.request(path, { ...init, method });
    expect(response.status).toBe(status);
    const body = await response.json();
    expect(body.error ?? body).toMatchObject({ code });
    expect((await app.request("/healthz")).status).toBe(200);
  });

  it.each([
    ["the prototype", withKey("__proto__", '{"polluted":1}')],
    ["a constructor", withKey("constructor", '{"prototype":{"polluted":1}}')],
    ["an id", withKey("id", '"x"')],
    ["a reader", withKey("reader", '"x"')],
  ])("[R050] takes nothing from a key that names %s", async (_, body) => {
    const response = await buildApp().app.request(path, { ...post(body), method });
    const isOpenAi = path.startsWith("/v1/");
    expect(response.status).toBe(isOpenAi ? 200 : 400);
    if (isOpenAi) expect((await response.json()).id).toMatch(/^chatcmpl-/);
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("ids in paths", () => {
  const ids = [
    "../x",
    "..%2fx",
    "%2e%2e%2fx",
    "..%5cx",
    "x%00",
    "%ff",
    "x".repeat(5000),
    "' OR 1=1 --",
    "%F0%A0%AE%B7",
  ];

  it.each(ids)("[R055] find nothing with %s", async (id) => {
    const { app } = buildApp();
    const headers = { cookie: `groundline_reader=${"x".repeat(22)}` };
    for (const path of [`/api/conversations/${id}`, `/api/answers/${id}/events`]) {
      const response = await app.request(path, { headers });
      expect(response.status).toBe(404);
      expect((await response.json()).code).toMatch(/^(?:conversation|answer|path)_unknown$/);
    }
  });
});

describe("POST /api/citations/locate", () => {
  it.each<[string, object, string]>([
    ["lines in the wrong order", { startLine: 3 }, "line_range_invalid"],
    ["line 0", { startLine: 0 }, "request_invalid"],
    ["a negative line", { endLine: -1 }, "request_invalid"],
    ["half a line", { startLine: 1.5 }, "request_invalid"],
    ["a line as text", { startLine: "1" }, "request_invalid"],
    ["an empty quote", { quote: "" }, "request_invalid"],
    ["a blank quote", { quote: " \n\u3000" }, "request_invalid"],
    ["20,001 characters", { quote: "x".repeat(20_001) }, "request_invalid"],
    ["an unknown key", { page: 1 }, "request_invalid"],
  ])("[R055] refuses %s", async (_, fields, code) => {
    const response = await buildApp().app.request("/api/citations/locate", post({ ...quoted, ...fields }));
    expect(await response.json()).toMatchObject({ status: 400, code });
  });
});

describe("PUT and PATCH", () => {
  it.each<[string, string, object]>([
    ["/api/answers/x/feedback", "PUT", { rating: "sideways" }],
    ["/api/answers/x/feedback", "PUT", { rating: "up", reason: "x".repeat(2001) }],
    ["/api/conversations/x", "PATCH", { title: " " }],
    ["/api/conversations/x", "PATCH", { title: "x".repeat(201) }],
  ])("[R052] refuse at %s", async (path, method, body) => {
    const response = await buildApp().app.request(path, { ...post(body), method });
    expect(await response.json()).toMatchObject({ status: 400, code: "request_invalid" });
  });
});

describe("paths and methods", () => {
  it.each([
    ["POST", "/api/conversations", "GET, HEAD"],
    ["PUT", "/api/conversations/x", "DELETE, GET, HEAD, PATCH"],
    ["POST", "/api/answers/x/events", "GET, HEAD"],
    ["GET", "/api/answers/x/stop", "POST"],
    ["POST", "/api/answers/x/feedback", "DELETE, PUT"],
    ["PUT", "/api/citations/locate", "POST"],
    ["GET", "/api/search", "POST"],
    ["DELETE", "/api/ask", "POST"],
    ["OPTIONS", "/api/ask", "POST"],
    ["PUT", "/api/documents", "GET, HEAD, POST"],
    ["PUT", "/api/documents/a/b.txt", "DELETE, GET, HEAD"],
    ["PATCH", "/api/documents/a/b.txt/original", "DELETE, GET, HEAD"],
    ["POST", "/healthz", "GET, HEAD"],
    ["POST", "/readyz", "GET, HEAD"],
    ["BREW", "/api/openapi.json", "GET, HEAD"],
    ["POST", "/", "GET, HEAD"],
    ["POST", "/sources/a/b.txt", "GET, HEAD"],
  ])("[R049] [R058] refuses %s %s and says what works", async (method, path, allow) => {
    const response = await buildApp().app.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")?.split(", ").sort().join(", ")).toBe(allow);
    expect(await response.json()).toMatchObject({ code: "method_unsupported" });
  });

  it.each([
    ["GET", "/api"],
    ["GET", "/api/"],
    ["GET", "/api/nothing"],
    ["POST", "/api/nothing"],
    ["GET", "/api/documents/"],
    ["GET", "/nothing"],
    ["GET", "/.env"],
    ["GET", "/.git/config"],
  ])("[R062] answers %s %s with a problem", async (method, path) => {
    const response = await buildApp().app.request(path, { method });
    expect(await response.json()).toMatchObject({ status: 404, code: "path_unknown" });
  });

  it("shows a person a page where there is none", async () => {
    const response = await buildApp().app.request("/nothing", { headers: { accept: "text/html,*/*;q=0.8" } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("There is no page at this address");
  });
});

describe("unexpected errors", () => {
  it("[R058] answers with a problem that tells nothing, and logs the cause", async () => {
    const { app, log } = buildApp({
      search: async () => {
        throw new Error("secret path /srv");
      },
    });
    const response = await app.request("/api/search", post({ query: "private words" }));
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ code: "internal" });
    expect(body).not.toContain("secret");
    expect(log.join()).toContain("secret path /srv");
    expect(log.join()).not.toContain("private words");
  });
});
