import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import type { AskEvent } from "../api/types.ts";
import { abortWith, completeEvents } from "../http/complete-events.ts";
import { readJson } from "../http/json-body.ts";
import { ProblemError, problemResponse } from "../http/problem.ts";
import { eventStream, eventStreamHeaders } from "../http/sse.ts";
import { refuseUnknownDocuments } from "./known-documents.ts";
import { bodyRefusals, indexRefusals, json, refusals } from "./openapi-parts.ts";
import type { AppParts } from "./parts.ts";
import { publishedBase } from "./published-base.ts";
import { askRequestSchema } from "./request-schemas.ts";
import { answerSchema } from "./response-schemas.ts";

export function addAsk(app: OpenAPIHono, parts: AppParts): void {
  app.post("/api/ask", async (context) => {
    const request = await readJson(context.req.raw, askRequestSchema);
    const base = await publishedBase(parts);
    refuseUnknownDocuments(base, request.documents);

    const stop = new AbortController();
    abortWith(stop, context.req.raw.signal);
    const events = completeEvents((signal) => parts.ask(base, request, signal), { ...parts, stop });
    return wantsEvents(context)
      ? new Response(eventStream(events, stop), { headers: eventStreamHeaders })
      : await wholeAnswer(events);
  });

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/api/ask",
    summary: "Answer a question from the documents",
    description:
      "With Accept: text/event-stream the answer arrives as the events retrieved, delta, citation, verdict and at last done (the whole answer) or error (a problem). Otherwise it arrives whole, as JSON.",
    request: { body: { required: true, content: json(askRequestSchema) } },
    responses: {
      200: {
        description: "The answer.",
        content: { ...json(answerSchema), "text/event-stream": { schema: z.string() } },
      },
      ...refusals(
        "question_empty",
        "question_too_long",
        "document_unknown",
        ...bodyRefusals,
        "answer_failed",
        ...indexRefusals,
      ),
    },
  });
}

function wantsEvents(context: Context): boolean {
  const supports = ["application/json", "text/event-stream"];
  return (
    accepts(context, { header: "Accept", supports, default: "application/json" }) === "text/event-stream"
  );
}

async function wholeAnswer(events: AsyncIterable<AskEvent>): Promise<Response> {
  for await (const { event, data } of events) {
    if (event === "done") return Response.json(data);
    if (event === "error") return problemResponse(data);
  }
  throw new ProblemError("request_abandoned");
}
