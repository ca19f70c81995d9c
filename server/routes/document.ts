import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { ProblemError } from "../http/problem.ts";
import { documentId } from "./document-id.ts";
import { documentLines } from "./document-lines.ts";
import { documentOriginal } from "./document-original.ts";
import { indexRefusals, json, refusals } from "./openapi-parts.ts";
import type { AppParts } from "./parts.ts";
import { publishedBase } from "./published-base.ts";
import { documentLinesSchema } from "./response-schemas.ts";

const originalSuffix = "/original";

/**
 * Two resources share one route, because an id holds slashes. They cannot be confused: where `a` is a document,
 * `a/original` is none, since the corpus cannot hold a file and a folder of one name.
 */
export function addDocument(app: OpenAPIHono, parts: AppParts): void {
  app.get("/api/documents/:id{[^]+}", async (context) => {
    const base = await publishedBase(parts);
    const id = documentId(context.req.url);

    const document = base.document(id);
    if (document) return context.json(documentLines(base, document, context.req.queries()));

    const ofOriginal = id.endsWith(originalSuffix)
      ? base.document(id.slice(0, -originalSuffix.length))
      : undefined;
    if (ofOriginal) return documentOriginal(parts, ofOriginal.id, context.req.method);

    throw new ProblemError("document_unknown", id);
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/documents/{id}",
    summary: "Read lines of a document",
    description: "The id's slashes stay as they are; everything else in it is percent-encoded as usual.",
    request: {
      params: idParameter,
      query: z.object({
        from: z.int().min(1).default(1),
        to: z
          .int()
          .min(1)
          .optional()
          .openapi({ description: "At most 400 lines come back; so many if left out." }),
      }),
    },
    responses: {
      200: { description: "The lines, clipped to the document.", content: json(documentLinesSchema) },
      ...refusals(
        "request_invalid",
        "line_range_invalid",
        "line_range_unknown",
        "document_unknown",
        ...indexRefusals,
      ),
    },
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: `/api/documents/{id}${originalSuffix}`,
    summary: "Download the source file of a document",
    request: { params: idParameter },
    responses: {
      200: {
        description: "The file as it is.",
        content: { "*/*": { schema: z.string().openapi({ format: "binary" }) } },
      },
      ...refusals("document_unknown", "original_unavailable", ...indexRefusals),
    },
  });
}

const idParameter = z.object({ id: z.string().openapi({ example: "a/b.txt" }) });
