import { describe, expect, it } from "vitest";
import { asEvents, buildApp, post } from "./fake-parts.ts";

const contentSecurityPolicy =
  "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const quoted = { document: "a/b.txt", startLine: 1, endLine: 2, quote: "line 1" };

const everyKindOfResponse: [string, string, RequestInit][] = [
  ["a page", "/", {}],
  ["a missing page", "/nothing", { headers: { accept: "text/html" } }],
  ["JSON", "/api/documents", {}],
  ["an answer", "/api/ask", post({ question: "a" })],
  ["a stream", "/api/ask", post({ question: "a" }, asEvents)],
  ["a refusal", "/api/ask", post({})],
  ["a wrong method", "/api/ask", { method: "PUT" }],
  ["a missing path", "/api/nothing", {}],
  ["an unexpected error", "/api/search", post({ query: "a" })],
  ["health", "/healthz", {}],
  ["readiness", "/readyz", { method: "HEAD" }],
  ["conversations", "/api/conversations", {}],
  ["a missing conversation", "/api/conversations/x", {}],
  ["a missing answer", "/api/answers/x/events", {}],
  ["the place of a quote", "/api/citations/locate", post(quoted)],
  ["the OpenAI API's models", "/v1/models", {}],
  ["the OpenAI API's refusal", "/v1/chat/completions", post({})],
  ["the API's description", "/api/docs", {}],
  ["who may embed", "/api/embed", {}],
  ["a refused token", "/api/documents", { headers: { authorization: "Bearer x" } }],
];

describe("headers", () => {
  it.each(everyKindOfResponse)("[R058] protect %s", async (_, path, init) => {
    const search = async () => {
      throw new Error("unexpected");
    };
    const embed = { origins: ["https://intranet.example"], secret: null, isOpen: true };
    const { headers } = await buildApp({ search, embed }).app.request(path, init);
    expect(headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.has("server")).toBe(false);
    expect(headers.has("x-powered-by")).toBe(false);
    if (path !== "/" && path !== "/nothing") expect(headers.get("cache-control")).toBe("no-store");
  });

  it("[R058] [R088] let nobody frame the embedded chat until origins are named", async () => {
    const { headers } = await buildApp().app.request("/embed");
    expect(headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    expect(headers.get("x-frame-options")).toBe("DENY");
  });

  it("[R058] [R088] let exactly the origins named frame the embedded chat, and it alone", async () => {
    const origins = ["https://intranet.example", "http://localhost:3001"];
    const { app } = buildApp({ embed: { origins, secret: null, isOpen: true } });
    const framed = (await app.request("/embed")).headers;
    expect(framed.get("content-security-policy")).toBe(
      contentSecurityPolicy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(" ")}`),
    );
    expect(framed.has("x-frame-options")).toBe(false);
    for (const path of [
      "/",
      "/c/x",
      "/sources/a/b.txt",
      "/documents",
      "/embed/",
      "/embed.js",
      "/api/embed",
    ]) {
      const { headers } = await app.request(path);
      expect(headers.get("content-security-policy")).toBe(contentSecurityPolicy);
      expect(headers.get("x-frame-options")).toBe("DENY");
    }
  });

  it.each([
    ["POST", "/api/answers/x/stop"],
    ["POST", "/api/citations/locate"],
    ["POST", "/api/embed/readers"],
    ["POST", "/v1/chat/completions"],
    ["PUT", "/api/answers/x/feedback"],
    ["PATCH", "/api/conversations/x"],
  ])("[R057] refuse a form of another site by %s %s", async (method, path) => {
    const headers = { origin: "https://evil.example", "content-type": "text/plain" };
    const response = await buildApp().app.request(path, { method, headers, body: "{}" });
    expect(response.status).toBe(415);
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it.each(["https://evil.example", "null", "https://localhost.evil.example", "http://localhost:3001"])(
    "[R057] grant nothing to the origin %s",
    async (origin) => {
      const { app } = buildApp();
      const preflight = await app.request("/api/ask", {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "content-type",
        },
      });
      expect(preflight.status).toBe(405);
      const simple = {
        method: "POST",
        headers: { origin, "content-type": "text/plain" },
        body: '{"question":"a"}',
      };
      const responses = [
        preflight,
        await app.request("/api/ask", simple),
        await app.request("/api/documents"),
      ];
      expect(responses[1]?.status).toBe(415);
      for (const { headers } of responses) {
        expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
      }
    },
  );
});
