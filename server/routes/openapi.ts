import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { apiPage } from "./api-page.ts";
import { apiPageStyle } from "./api-page-style.ts";
import { json } from "./openapi-parts.ts";

/** Added after every other route; the document is made once, so that one it cannot describe stops the start. */
export function addOpenApi(app: OpenAPIHono): void {
  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/openapi.json",
    summary: "This description, for programs (OpenAPI 3.1)",
    responses: { 200: { description: "The OpenAPI document.", content: json(z.looseObject({})) } },
  });
  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/docs",
    summary: "This description, for people",
    responses: { 200: { description: "A page.", content: { "text/html": { schema: z.string() } } } },
  });

  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Groundline",
      version: "1",
      description: "Answers from an organisation's own documents, each sentence with the lines it stands on.",
    },
  });
  const page = apiPage(document);

  app.get("/api/openapi.json", (context) => context.json(document));
  app.get("/api/docs", (context) => context.html(page));
  app.get("/api/docs/style.css", (context) =>
    context.body(apiPageStyle, 200, { "content-type": "text/css" }),
  );
}
