import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { rateTurn } from "../conversations/turns.ts";
import { readJson } from "../http/json-body.ts";
import { ProblemError } from "../http/problem.ts";
import { feedbackRequestSchema, feedbackSchema } from "./conversation-schemas.ts";
import { bodyRefusals, json, refusals } from "./openapi-parts.ts";
import { ownId } from "./own-id.ts";
import type { AppParts } from "./parts.ts";

/** What a reader thinks of an answer of theirs: one rating, the last one given. */
export function addFeedback(app: OpenAPIHono, { storage }: AppParts): void {
  app.put("/api/answers/:id/feedback", async (context) => {
    const { rating, reason } = await readJson(context.req.raw, feedbackRequestSchema);
    const { reader, id } = ownId(context, "answer_unknown");
    const feedback = { rating, reason: reason || null };
    const isKept = storage.use((database) => rateTurn(database, reader, id, feedback));
    if (!isKept) throw new ProblemError("answer_unknown", id);
    return context.json(feedback);
  });

  app.delete("/api/answers/:id/feedback", (context) => {
    const { reader, id } = ownId(context, "answer_unknown");
    const isTheirs = storage.use((database) => rateTurn(database, reader, id, null));
    if (!isTheirs) throw new ProblemError("answer_unknown", id);
    return context.body(null, 204);
  });

  const params = z.object({ id: z.string() });
  const path = "/api/answers/{id}/feedback";
  app.openAPIRegistry.registerPath({
    method: "put",
    path,
    summary: "Rate an answer; a later rating takes the place of the one before",
    request: { params, body: { required: true, content: json(feedbackRequestSchema) } },
    responses: {
      200: { description: "The rating as it is kept.", content: json(feedbackSchema) },
      ...refusals("answer_unknown", ...bodyRefusals, "storage_unavailable"),
    },
  });
  app.openAPIRegistry.registerPath({
    method: "delete",
    path,
    summary: "Take a rating back",
    request: { params },
    responses: {
      204: { description: "There is no rating any more." },
      ...refusals("answer_unknown", "storage_unavailable"),
    },
  });
}
