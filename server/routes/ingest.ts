import type { OpenAPIHono } from "@hono/zod-openapi";
import { ProblemError } from "../http/problem.ts";
import { json, refusals } from "./openapi-parts.ts";
import type { AppParts } from "./parts.ts";
import { ingestReportSchema } from "./response-schemas.ts";

export function addIngest(app: OpenAPIHono, { ingestReport }: AppParts): void {
  app.get("/api/ingest", (context) => {
    const report = ingestReport();
    if (!report) throw new ProblemError("not_ready", "No document has been read yet.");
    return context.json(report);
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/ingest",
    summary: "What the last ingest read and refused",
    responses: {
      200: { description: "Every file of the corpus.", content: json(ingestReportSchema) },
      ...refusals("not_ready"),
    },
  });
}
