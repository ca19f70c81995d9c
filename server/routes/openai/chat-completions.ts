import { randomUUID } from "node:crypto";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { admitAnswer } from "../../access/admit-answer.ts";
import { readNetwork } from "../../access/caller.ts";
import { findReader } from "../../access/reader.ts";
import { addUsage, type Usage } from "../../answer/model/allowance.ts";
import type { AskEvent } from "../../api/types.ts";
import type { AnsweringParts } from "../../conversations/begin-answer.ts";
import { abortWith, completeEvents } from "../../http/complete-events.ts";
import { readJson } from "../../http/json-body.ts";
import { ProblemError } from "../../http/problem.ts";
import { refuse } from "../../http/refuse.ts";
import { eventStream, eventStreamHeaders } from "../../http/sse.ts";
import { json } from "../openapi-parts.ts";
import { publishedBase } from "../published-base.ts";
import { chatRequestSchema, toAskRequest } from "./chat-request.ts";
import { type CompletionHead, toCompletion } from "./completion.ts";
import { completionChunks } from "./completion-chunks.ts";

/** The same answers for clients of the OpenAI API. They bring their history with them, so nothing is stored. */
export function addChatCompletions(app: OpenAPIHono, parts: AnsweringParts): void {
  app.post("/v1/chat/completions", async (context) => {
    const { raw, url, path } = context.req;
    const body = await readJson(raw, chatRequestSchema);
    const request = toAskRequest(body);
    const base = await publishedBase(parts);

    const caller = { reader: findReader(context), network: readNetwork(context, parts.access) };
    const stop = new AbortController();
    const allowance = admitAnswer(parts, caller, stop);
    abortWith(stop, raw.signal);
    let used: Usage = { promptTokens: 0, completionTokens: 0 };
    const spend = (usage: Usage) => {
      used = addUsage(used, usage);
      allowance.spend(usage);
    };
    const open = (signal: AbortSignal) => parts.ask(base, request, signal, { ...allowance, spend });
    const events = completeEvents(open, { ...parts, stop });
    const head: CompletionHead = {
      id: `chatcmpl-${randomUUID()}`,
      created: Math.floor(Date.now() / 1000),
      origin: new URL(url).origin,
      used: () => used,
    };
    if (!body.stream) return wholeCompletion(events, head, path);
    const withUsage = body.stream_options?.include_usage ?? false;
    const chunks = completionChunks(events, head, { withUsage });
    return new Response(eventStream(chunks, stop), { headers: eventStreamHeaders });
  });

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/v1/chat/completions",
    summary: "Answer a question, for clients of the OpenAI API",
    description:
      "The last user message is the question, the messages before it its history; system messages are left out. Citations are the message's annotations, of type url_citation, each at its marker; what the OpenAI API has no place for stands in `groundline`. A streamed answer is sent once it has been checked, because such a client can take nothing back. Nothing is stored. Errors have the shape of the OpenAI API.",
    request: { body: { required: true, content: json(chatRequestSchema) } },
    responses: {
      200: {
        description: "The completion, with stream: true as chat.completion.chunk events and [DONE].",
        content: { ...json(z.looseObject({})), "text/event-stream": { schema: z.string() } },
      },
      default: { description: "An error.", content: json(openAiErrorSchema) },
    },
  });
}

const openAiErrorSchema = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable(),
      code: z.string(),
    }),
  })
  .openapi("OpenAiError");

async function wholeCompletion(
  events: AsyncIterable<AskEvent>,
  head: CompletionHead,
  path: string,
): Promise<Response> {
  for await (const { event, data } of events) {
    if (event === "done") return Response.json(toCompletion(head, data));
    if (event === "error") return refuse(path, data);
  }
  throw new ProblemError("request_abandoned");
}
