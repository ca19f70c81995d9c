import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { StoredTurn } from "../api/conversations.ts";
import type { Citation } from "../api/types.ts";
import {
  deleteConversation,
  findConversation,
  renameConversation,
  restoreConversation,
} from "../conversations/conversation.ts";
import { locateQuotes, type PlaceOf } from "../conversations/locate-quotes.ts";
import { readTurns, type SavedTurn } from "../conversations/turns.ts";
import { readJson } from "../http/json-body.ts";
import { ProblemError } from "../http/problem.ts";
import {
  conversationSummarySchema,
  renameRequestSchema,
  storedConversationSchema,
} from "./conversation-schemas.ts";
import { bodyRefusals, json, refusals } from "./openapi-parts.ts";
import { ownId } from "./own-id.ts";
import type { AppParts } from "./parts.ts";

/** One conversation of the reader; an id of another reader's is as unknown as one that never was. */
export function addConversation(app: OpenAPIHono, { storage, knowledge }: AppParts): void {
  app.get("/api/conversations/:id", async (context) => {
    const { reader, id } = ownId(context, "conversation_unknown");
    const { summary, turns } = storage.use((database) => ({
      summary: findConversation(database, reader, id),
      turns: readTurns(database, reader, id),
    }));
    if (summary === null) throw new ProblemError("conversation_unknown", id);
    const { base } = await knowledge();
    const citations = turns.flatMap(citationsOf);
    const placeOf = base && (await locateQuotes(base, citations, context.req.raw.signal));
    return context.json({ ...summary, turns: turns.map((turn) => withPlaces(turn, placeOf)) });
  });

  app.patch("/api/conversations/:id", async (context) => {
    const { title } = await readJson(context.req.raw, renameRequestSchema);
    const { reader, id } = ownId(context, "conversation_unknown");
    const renamed = storage.use((database) => renameConversation(database, reader, id, title));
    if (renamed === null) throw new ProblemError("conversation_unknown", id);
    return context.json(renamed);
  });

  app.delete("/api/conversations/:id", (context) => {
    const { reader, id } = ownId(context, "conversation_unknown");
    const isDeleted = storage.use((database) => deleteConversation(database, reader, id));
    if (!isDeleted) throw new ProblemError("conversation_unknown", id);
    return context.body(null, 204);
  });

  app.post("/api/conversations/:id/restore", (context) => {
    const { reader, id } = ownId(context, "conversation_unknown");
    const restored = storage.use((database) => restoreConversation(database, reader, id));
    if (restored === null) throw new ProblemError("conversation_unknown", id);
    return context.json(restored);
  });

  const params = z.object({ id: z.string() });
  const path = "/api/conversations/{id}";
  const unknown = refusals("conversation_unknown", "storage_unavailable");
  app.openAPIRegistry.registerPath({
    method: "get",
    path,
    summary: "Read a conversation of the reader's, with where its citations stand now",
    request: { params },
    responses: {
      200: { description: "Its turns, oldest first.", content: json(storedConversationSchema) },
      ...unknown,
    },
  });
  app.openAPIRegistry.registerPath({
    method: "patch",
    path,
    summary: "Give a conversation another title",
    request: { params, body: { required: true, content: json(renameRequestSchema) } },
    responses: {
      200: { description: "The conversation.", content: json(conversationSummarySchema) },
      ...refusals("conversation_unknown", ...bodyRefusals, "storage_unavailable"),
    },
  });
  app.openAPIRegistry.registerPath({
    method: "delete",
    path,
    summary: "Delete a conversation with its turns and their feedback",
    request: { params },
    responses: { 204: { description: "It is deleted, and can be restored for ten minutes." }, ...unknown },
  });
  app.openAPIRegistry.registerPath({
    method: "post",
    path: `${path}/restore`,
    summary: "Take the deletion of a conversation back, within ten minutes",
    request: { params },
    responses: {
      200: { description: "The conversation.", content: json(conversationSummarySchema) },
      ...unknown,
    },
  });
}

function withPlaces(turn: SavedTurn, placeOf: PlaceOf | null): StoredTurn {
  const places =
    placeOf && citationsOf(turn).map((citation) => ({ marker: citation.marker, ...placeOf(citation) }));
  return { ...turn, places };
}

function citationsOf({ answer }: SavedTurn): readonly Citation[] {
  return answer?.citations ?? [];
}
