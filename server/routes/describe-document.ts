import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { indexRefusals, json, refusals } from "./openapi-parts.ts";
import { documentLinesSchema, documentOutlineSchema, foundPlacesSchema } from "./response-schemas.ts";

/** What the routes below a document are in the OpenAPI document. */
export function describeDocument(app: OpenAPIHono): void {
  app.openAPIRegistry.registerPath({
    method: "get",
    path,
    summary: "Read lines of a document",
    description: "The id's slashes stay as they are; everything else in it is percent-encoded as usual.",
    request: {
      params,
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
    path: `${path}/outline`,
    summary: "List the headings of a document",
    request: { params },
    responses: {
      200: { description: "The headings with their lines.", content: json(documentOutlineSchema) },
      ...refusals("document_unknown", ...indexRefusals),
    },
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: `${path}/find`,
    summary: "Find words in a document",
    description: "Either Chinese script, any width and any case will do; a place may reach over line ends.",
    request: { params, query: z.object({ query: z.string().min(1).max(200) }) },
    responses: {
      200: { description: "Where they stand, at most 2,000 places.", content: json(foundPlacesSchema) },
      ...refusals("request_invalid", "document_unknown", ...indexRefusals),
    },
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: `${path}/original`,
    summary: "Download the source file of a document",
    request: { params },
    responses: {
      200: {
        description: "The file as it is.",
        content: { "*/*": { schema: z.string().openapi({ format: "binary" }) } },
      },
      ...refusals("document_unknown", "original_unavailable", ...indexRefusals),
    },
  });
}

const path = "/api/documents/{id}";
const params = z.object({ id: z.string().openapi({ example: "a/b.txt" }) });
