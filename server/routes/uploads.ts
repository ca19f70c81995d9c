import type { OpenAPIHono } from "@hono/zod-openapi";
import type { UploadState } from "../api/documents.ts";
import { readFiles } from "../http/multipart-body.ts";
import { parseInput } from "../http/parse-input.ts";
import { ProblemError } from "../http/problem.ts";
import { refuseOtherOrigins } from "../http/same-origin.ts";
import type { Uploads } from "../uploads/uploads.ts";
import { describeUploads } from "./describe-uploads.ts";
import { documentId } from "./document-id.ts";
import type { AppParts } from "./parts.ts";
import { uploadQuerySchema } from "./upload-schemas.ts";

/** For whoever keeps the documents: adding and removing them, where the deployment allows it. */
export function addUploads(app: OpenAPIHono, parts: AppParts): void {
  // What has arrived takes room on the disk until it is whole, so there is only ever one.
  let isReceiving = false;

  app.get("/api/uploads", (context) => {
    const state: UploadState = { allowed: parts.uploads !== null, ingest: parts.ingestState() };
    return context.json(state);
  });

  app.post("/api/documents", async (context) => {
    const uploads = permit(parts, context.req.raw);
    const { replace } = parseInput(uploadQuerySchema, context.req.query());
    if (isReceiving) throw new ProblemError("uploads_busy");
    isReceiving = true;
    try {
      const files = await uploads.store(readFiles(context.req.raw), { replace: replace === "true" });
      if (files.some(({ status }) => status === "stored")) uploads.follow();
      return context.json({ files });
    } finally {
      isReceiving = false;
    }
  });

  app.delete("/api/documents/:id{[^]+}", async (context) => {
    const uploads = permit(parts, context.req.raw);
    const id = documentId(context.req.url);
    const isKnown = parts.ingestReport()?.sources.some((source) => source.id === id);
    if (!isKnown) throw new ProblemError("document_unknown", id);
    const refusal = await uploads.remove(id);
    if (refusal) throw new ProblemError("removal_impossible", refusal.message);
    uploads.follow();
    return context.body(null, 204);
  });

  describeUploads(app);
}

function permit({ uploads }: AppParts, request: Request): Uploads {
  refuseOtherOrigins(request);
  if (uploads === null) throw new ProblemError("uploads_off");
  return uploads;
}
