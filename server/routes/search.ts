import type { OpenAPIHono } from "@hono/zod-openapi";
import { convertScript, isInOtherScript } from "../answer/convert-script.ts";
import type { ChineseScript, SearchResponse } from "../api/types.ts";
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
    const found = await parts.search(base, request, raw.signal);
    return context.json(request.script === undefined ? found : showInScript(found, request.script));
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

/** For reading only: what is in the script already stays as it is. */
function showInScript({ language, passages }: SearchResponse, script: ChineseScript): SearchResponse {
  const show = (text: string) => (isInOtherScript(text, script) ? convertScript(text, script) : text);
  return {
    language,
    passages: passages.map((passage) => ({
      ...passage,
      title: show(passage.title),
      headings: passage.headings.map(show),
    })),
  };
}
