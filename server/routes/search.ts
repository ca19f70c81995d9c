import type { OpenAPIHono } from "@hono/zod-openapi";
import { readJson } from "../http/json-body.ts";
import { refuseUnknownDocuments } from "./known-documents.ts";
import { bodyRefusals, indexRefusals, json, refusals } from "./openapi-parts.ts";
import type { AppParts } from "./parts.ts";
import { publishedBase } from "./published-base.ts";
import { searchRequestSchema } from "./request-schemas.ts";
import { searchResponseSchema } from "./response-schemas.ts";

export function addSearch(app: OpenAPIHono, parts: AppParts): void {
  app.post("/api/search", async (context) => {
    const { raw } = context.req;
    const request = await readJson(raw, searchRequestSchema);
    const base = await publishedBase(parts);
    refuseUnknownDocuments(base, request.documents);
    return context.json(await parts.search(base, request, raw.signal));
  });

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/api/search",
    summary: "Find the passages nearest to a query",
    description: "With explain: true every passage says why it was found.",
    request: { body: { required: true, content: json(searchRequestSchema) } },
    responses: {
      200: { description: "The passages, best first.", content: json(searchResponseSchema) },
      ...refusals("query_empty", "query_too_long", "document_unknown", ...bodyRefusals, ...indexRefusals),
    },
  });
}
