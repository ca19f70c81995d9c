import type { OpenAPIHono } from "@hono/zod-openapi";
import { locateQuotes } from "../conversations/locate-quotes.ts";
import { readJson } from "../http/json-body.ts";
import { quotedLinesSchema, quotePlaceSchema } from "./conversation-schemas.ts";
import { bodyRefusals, indexRefusals, json, refusals } from "./openapi-parts.ts";
import type { AppParts } from "./parts.ts";
import { publishedBase } from "./published-base.ts";

export function addCitations(app: OpenAPIHono, parts: AppParts): void {
  app.post("/api/citations/locate", async (context) => {
    const quoted = await readJson(context.req.raw, quotedLinesSchema);
    const placeOf = await locateQuotes(await publishedBase(parts), [quoted], context.req.raw.signal);
    return context.json(placeOf(quoted));
  });

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/api/citations/locate",
    summary: "Find where the quote of a citation stands now",
    description: "For a citation that may be older than the index: its document may have been edited since.",
    request: { body: { required: true, content: json(quotedLinesSchema) } },
    responses: {
      200: {
        description: "On the same lines, on others, or gone with its words or its document.",
        content: json(quotePlaceSchema),
      },
      ...refusals("line_range_invalid", ...bodyRefusals, ...indexRefusals),
    },
  });
}
