import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusals } from "./openapi-parts.ts";
import { uploadQuerySchema, uploadReplySchema, uploadStateSchema } from "./upload-schemas.ts";

const onlyWhereOn = "Only where the server has UPLOADS=on, and not from a page of another origin.";

/** What the routes that change the corpus are in the OpenAPI document. */
export function describeUploads(app: OpenAPIHono): void {
  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/uploads",
    summary: "Whether documents can be added and removed, and whether the index has followed",
    responses: { 200: { description: "The state of the moment.", content: json(uploadStateSchema) } },
  });

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/api/documents",
    summary: "Add documents",
    description: `${onlyWhereOn} A file's name is its path in the corpus; the index follows by itself.`,
    request: {
      query: uploadQuerySchema,
      body: {
        required: true,
        content: {
          "multipart/form-data": {
            schema: z.object({
              file: z.array(z.string().openapi({ format: "binary" })).openapi({
                description: "One or more files, at most 100 MB together.",
              }),
            }),
          },
        },
      },
    },
    responses: {
      200: { description: "What became of each file.", content: json(uploadReplySchema) },
      ...refusals(
        "request_invalid",
        "multipart_invalid",
        "uploads_off",
        "other_origin",
        "body_slow",
        "upload_too_large",
        "uploads_busy",
      ),
    },
  });

  app.openAPIRegistry.registerPath({
    method: "delete",
    path: "/api/documents/{id}",
    summary: "Remove a document",
    description: `${onlyWhereOn} The file is deleted from the corpus; the index follows by itself.`,
    request: { params: z.object({ id: z.string() }) },
    responses: {
      204: { description: "It is removed." },
      ...refusals("uploads_off", "other_origin", "document_unknown", "removal_impossible"),
    },
  });
}
