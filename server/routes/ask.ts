import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { readNetwork } from "../access/caller.ts";
import { recognizeReader } from "../access/reader.ts";
import { type AnsweringParts, beginAnswer } from "../conversations/begin-answer.ts";
import type { LiveAnswer } from "../conversations/live-answer.ts";
import { abortWith } from "../http/complete-events.ts";
import { readJson } from "../http/json-body.ts";
import { ProblemError, problemResponse } from "../http/problem.ts";
import { eventStream, eventStreamHeaders } from "../http/sse.ts";
import { answerFrames } from "./answer-frames.ts";
import { idempotencyKey, seenEvents } from "./answer-headers.ts";
import { refuseUnknownDocuments } from "./known-documents.ts";
import { bodyRefusals, indexRefusals, json, refusals } from "./openapi-parts.ts";
import { publishedBase } from "./published-base.ts";
import { askRequestSchema } from "./request-schemas.ts";
import { answerSchema } from "./response-schemas.ts";

export function addAsk(app: OpenAPIHono, parts: AnsweringParts): void {
  app.post("/api/ask", async (context) => {
    const request = await readJson(context.req.raw, askRequestSchema);
    const key = idempotencyKey(context);
    const seen = seenEvents(context);
    const network = readNetwork(context, parts.access);
    const asked = { reader: recognizeReader(context, parts.access), network, key, request };
    const answer = parts.answers.findSame(asked) ?? (await begin(parts, asked));

    const left = new AbortController();
    abortWith(left, context.req.raw.signal);
    if (!wantsEvents(context)) return wholeAnswer(context, answer, left.signal);
    const frames = answerFrames(answer.follow(seen, left.signal));
    return context.body(eventStream(frames, left), 200, eventStreamHeaders);
  });

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/api/ask",
    summary: "Answer a question from the documents",
    description:
      "With Accept: text/event-stream the answer arrives as the events retrieved, delta, citation, verdict and at last done (the whole answer) or error (a problem). Otherwise it arrives whole, as JSON. The answer is stored in a conversation of the reader, whom a cookie names. Closing the connection stops the answer, unless it was asked for with an Idempotency-Key: then it goes on for 15 seconds, and can be followed again by sending the same request or at /api/answers/{id}/events.",
    request: {
      headers: z.object({
        "idempotency-key": z.string().min(8).max(128).optional().openapi({
          description: "A new random value for each question: sending it again means the same answer.",
        }),
      }),
      body: { required: true, content: json(askRequestSchema) },
    },
    responses: {
      200: {
        description: "The answer.",
        content: { ...json(answerSchema), "text/event-stream": { schema: z.string() } },
      },
      ...refusals(
        "question_empty",
        "question_too_long",
        "document_unknown",
        "conversation_unknown",
        ...bodyRefusals,
        "answer_stopped",
        "idempotency_key_reused",
        "rate_limited",
        "answers_too_many",
        "tokens_spent",
        "answer_failed",
        ...indexRefusals,
      ),
    },
  });
}

async function begin(parts: AnsweringParts, asked: Parameters<typeof beginAnswer>[2]): Promise<LiveAnswer> {
  const base = await publishedBase(parts);
  refuseUnknownDocuments(base, asked.request.documents);
  // Asked again, as the same question may have been begun while the base was waited for.
  const same = parts.answers.findSame(asked);
  return same ?? beginAnswer(parts, base, asked);
}

function wantsEvents(context: Context): boolean {
  const supports = ["application/json", "text/event-stream"];
  return (
    accepts(context, { header: "Accept", supports, default: "application/json" }) === "text/event-stream"
  );
}

async function wholeAnswer(context: Context, answer: LiveAnswer, left: AbortSignal): Promise<Response> {
  for await (const { event } of answer.follow(0, left)) {
    if (event.event === "done") return context.json(event.data);
    if (event.event === "error") return problemResponse(event.data);
  }
  throw new ProblemError("request_abandoned");
}
