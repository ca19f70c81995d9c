import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { findReader } from "../access/reader.ts";
import { listConversations } from "../conversations/list-conversations.ts";
import { parseInput } from "../http/parse-input.ts";
import { conversationListSchema, listQuerySchema } from "./conversation-schemas.ts";
import { json, refusals } from "./openapi-parts.ts";
import type { AppParts } from "./parts.ts";

export function addConversations(app: OpenAPIHono, { storage }: AppParts): void {
  app.get("/api/conversations", (context) => {
    const options = parseInput(listQuerySchema, context.req.queries());
    // No key is given here: a question asked while this list is on its way may bring one.
    const reader = findReader(context);
    if (reader === null) return context.json({ conversations: [], next: null });
    return context.json(storage.use((database) => listConversations(database, reader, options)));
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/conversations",
    summary: "List the reader's conversations, the one used last first",
    request: {
      query: z.object({
        query: z.string().max(200).optional().openapi({
          description: "Words that all stand in the title or in a turn, in either Chinese script.",
        }),
        before: z.string().optional().openapi({ description: "The `next` of the part before." }),
        limit: z.int().min(1).max(100).default(50),
      }),
    },
    responses: {
      200: { description: "One part of the list.", content: json(conversationListSchema) },
      ...refusals("request_invalid", "storage_unavailable"),
    },
  });
}
