import { describe, expect, it } from "vitest";
import { problems } from "../../server/http/problem.ts";
import { askRequestSchema } from "../../server/routes/request-schemas.ts";
import { answerSchema, documentLinesSchema, readinessSchema } from "../../server/routes/response-schemas.ts";
import { answer, buildApp } from "./fake-parts.ts";

describe("GET /api/openapi.json", () => {
  it("describes every route of the application and no other", async () => {
    const { app } = buildApp();
    const { paths } = await (await app.request("/api/openapi.json")).json();
    const described = Object.entries<object>(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = app.routes
      .filter(({ method, path }) => method !== "ALL" && /^\/(api\/|v1\/|healthz|readyz|metrics)/.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(?:\{[^}]+\})?/g, "{$1}")}`);
    expect(described.sort()).toEqual(
      [
        ...served.filter((route) => !route.endsWith(".css")),
        ...["original", "outline", "find"].map((part) => `GET /api/documents/{id}/${part}`),
      ].sort(),
    );
  });

  it("holds the shapes and limits programs need", async () => {
    const { openapi, components, paths } = await (await buildApp().app.request("/api/openapi.json")).json();
    expect(openapi).toBe("3.1.0");
    expect(components.schemas.AskRequest).toMatchObject({
      properties: { question: { type: "string", minLength: 1, maxLength: 2000 }, history: { maxItems: 20 } },
      required: ["question"],
      additionalProperties: false,
    });
    expect(components.schemas.SearchRequest.properties.limit).toMatchObject({
      minimum: 1,
      maximum: 50,
      default: 10,
    });
    expect(Object.keys(paths["/api/ask"].post.responses)).toEqual([
      "200",
      "400",
      "404",
      "408",
      "409",
      "413",
      "415",
      "422",
      "429",
      "500",
      "503",
    ]);
  });
});

describe("GET /api/docs", () => {
  it("is a page that explains every route and problem and loads nothing from elsewhere", async () => {
    const { app } = buildApp();
    const response = await app.request("/api/docs");
    expect(response.headers.get("content-type")).toBe("text/html; charset=UTF-8");
    const page = await response.text();
    expect(page).toContain("<code>POST /api/ask</code>");
    expect(page).toContain("<code>GET /api/documents/{id}</code>");
    for (const code of Object.keys(problems)) expect(page).toContain(`id="${code}"`);

    const loaded = [...page.matchAll(/(?:src|href)="([^#"]+)"/g)].map(([, address]) => address);
    expect(loaded).toEqual(["/api/docs/style.css", "/api/openapi.json"]);
    expect(page).not.toMatch(/<script|style=|<style/);
    expect((await app.request("/api/docs/style.css")).headers.get("content-type")).toMatch(/^text\/css/);
  });
});

describe("the described shapes", () => {
  it("are those the server sends", async () => {
    const { app } = buildApp();
    expect(answerSchema.strict().parse(answer)).toEqual(answer);
    for (const [path, schema] of [
      ["/readyz", readinessSchema],
      ["/api/documents/a/b.txt?to=2", documentLinesSchema],
    ] as const) {
      const body = await (await app.request(path)).json();
      expect(schema.strict().parse(body)).toEqual(body);
    }
    expect(askRequestSchema.parse({ question: " a " })).toEqual({ question: "a" });
  });
});
