import type { OpenAPIHono } from "@hono/zod-openapi";
import type { DocumentSummary } from "../../ingest/index/knowledge-base.ts";
import type { DocumentListItem } from "../api/documents.ts";
import { indexRefusals, json, refusals } from "./openapi-parts.ts";
import type { AppParts } from "./parts.ts";
import { publishedBase } from "./published-base.ts";
import { documentListSchema } from "./response-schemas.ts";

export function addDocuments(app: OpenAPIHono, parts: AppParts): void {
  app.get("/api/documents", async (context) => {
    const base = await publishedBase(parts);
    return context.json({ documents: base.documents().map(listItem) });
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/documents",
    summary: "List the documents answers are made from",
    responses: {
      200: { description: "Every document of the index.", content: json(documentListSchema) },
      ...refusals(...indexRefusals),
    },
  });
}

function listItem({ id, title, organisation, year, language, lineCount }: DocumentSummary): DocumentListItem {
  return { id, title, organisation, year, language, lineCount };
}
