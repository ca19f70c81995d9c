import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { AskEvent } from "../api/types.ts";
import type { AnsweringParts } from "../conversations/begin-answer.ts";
import { findTurn, type SavedTurn } from "../conversations/turns.ts";
import { abortWith } from "../http/complete-events.ts";
import { readJson } from "../http/json-body.ts";
import { describeProblem, ProblemError } from "../http/problem.ts";
import { eventStream, eventStreamHeaders } from "../http/sse.ts";
import { answerFrame, answerFrames } from "./answer-frames.ts";
import { seenEvents } from "./answer-headers.ts";
import { bodyRefusals, json, refusals } from "./openapi-parts.ts";
import { ownId } from "./own-id.ts";

/** Answers by id, while they are made and afterwards; only the reader who asked finds them. */
export function addAnswers(app: OpenAPIHono, parts: AnsweringParts): void {
  app.get("/api/answers/:id/events", (context) => {
    const { reader, id } = ownId(context, "answer_unknown");
    const seen = seenEvents(context);
    const answer = parts.answers.find(reader, id);
    if (answer === null) return finishedEvent(context, storedTurn(parts, reader, id));
    // To a client that has had everything, 204 says that there is nothing to come back for.
    if (answer.isOver(seen)) return context.body(null, 204);

    const left = new AbortController();
    abortWith(left, context.req.raw.signal);
    const frames = answerFrames(answer.follow(seen, left.signal));
    return context.body(eventStream(frames, left), 200, eventStreamHeaders);
  });

  app.post("/api/answers/:id/stop", async (context) => {
    await readJson(context.req.raw, stopRequestSchema);
    const { reader, id } = ownId(context, "answer_unknown");
    const answer = parts.answers.find(reader, id);
    if (answer === null) storedTurn(parts, reader, id);
    answer?.stop();
    return context.body(null, 204);
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/answers/{id}/events",
    summary: "Follow an answer again after a lost connection",
    description:
      "The events after the one that Last-Event-ID names, as they come. Of an answer that ended some time ago, its last event.",
    request: {
      params: z.object({ id: z.string() }),
      headers: z.object({ "last-event-id": z.string().optional() }),
    },
    responses: {
      200: {
        description: "The events, as POST /api/ask sends them.",
        content: { "text/event-stream": { schema: z.string() } },
      },
      204: { description: "There are no more." },
      ...refusals("request_invalid", "answer_unknown", "storage_unavailable"),
    },
  });

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/api/answers/{id}/stop",
    summary: "Stop an answer that is being made",
    request: {
      params: z.object({ id: z.string() }),
      body: { required: true, content: json(stopRequestSchema) },
    },
    responses: {
      204: { description: "It is stopped, or had ended." },
      ...refusals("answer_unknown", ...bodyRefusals, "storage_unavailable"),
    },
  });
}

/** Nothing but JSON may come from here, so that no page of another site can send it. */
const stopRequestSchema = z.strictObject({});

function storedTurn({ storage }: AnsweringParts, reader: string, id: string): SavedTurn {
  const turn = storage.use((database) => findTurn(database, reader, id));
  if (turn === null) throw new ProblemError("answer_unknown", id);
  return turn;
}

function finishedEvent(context: Context, { status, answer }: SavedTurn): Response {
  const event: AskEvent =
    answer !== null
      ? { event: "done", data: answer }
      : {
          event: "error",
          data: describeProblem(status === "aborted" ? "answer_stopped" : "answer_failed"),
        };
  return context.body(answerFrame(event), 200, eventStreamHeaders);
}
