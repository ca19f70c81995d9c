import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { listFeedback } from "../conversations/list-feedback.ts";
import { parseInput } from "../http/parse-input.ts";
import { ProblemError } from "../http/problem.ts";
import { feedbackListSchema, feedbackQuerySchema } from "./conversation-schemas.ts";
import { json, refusals } from "./openapi-parts.ts";
import type { AppParts } from "./parts.ts";

/** For whoever answers for quality: what readers said of answers, and what they asked in vain. */
export function addFeedbackList(app: OpenAPIHono, { storage, keeperPages }: AppParts): void {
  app.get("/api/feedback", (context) => {
    if (!keeperPages) throw new ProblemError("keeper_pages_off");
    const options = parseInput(feedbackQuerySchema, context.req.queries());
    return context.json(storage.use((database) => listFeedback(database, options)));
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/feedback",
    summary: "List the answers of all readers that were rated or left unanswered, newest first",
    description: "Only where the server has KEEPER_PAGES=on. Nothing says who asked.",
    request: {
      query: z.object({
        kind: z
          .enum(["down", "up", "unanswered"])
          .default("down")
          .openapi({ description: "Answers rated down, rated up, or not given." }),
        before: z.string().optional().openapi({ description: "The `next` of the part before." }),
        limit: z.int().min(1).max(100).default(50),
      }),
    },
    responses: {
      200: { description: "One part of the list.", content: json(feedbackListSchema) },
      ...refusals("request_invalid", "keeper_pages_off", "storage_unavailable"),
    },
  });
}
