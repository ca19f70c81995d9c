import { z } from "@hono/zod-openapi";
import type { AskRequest, HistoryTurn } from "../../api/types.ts";
import { parseInput } from "../../http/parse-input.ts";
import { ProblemError } from "../../http/problem.ts";
import { askRequestSchema } from "../request-schemas.ts";

export const modelId = "groundline";

const mostMessages = 1000;
const historyInTurns = 20;
const turnInCharacters = 4000;

const text = z.union([
  z.string(),
  z.array(z.object({ type: z.literal("text"), text: z.string() })).transform(joinParts),
]);

/** What is read of a request; clients send many more fields, which have no meaning here. */
export const chatRequestSchema = z
  .object({
    model: z.string(),
    messages: z
      .array(
        z.discriminatedUnion("role", [
          z.object({ role: z.enum(["user", "assistant"]), content: text }),
          z.object({ role: z.enum(["system", "developer", "tool", "function"]) }),
        ]),
      )
      .min(1)
      .max(mostMessages),
    stream: z.boolean().nullish(),
    stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
  })
  .openapi("ChatCompletionRequest");

export type ChatRequest = z.output<typeof chatRequestSchema>;

/**
 * The last message as the question, the ones before it as history. What a system message says is left out: the rules
 * of an answer are not the client's to change.
 */
export function toAskRequest({ model, messages }: ChatRequest): AskRequest {
  if (model !== modelId) throw new ProblemError("model_unknown", model);
  const spoken = messages.flatMap((message) => ("content" in message ? [message] : []));
  const last = spoken.at(-1);
  if (last?.role !== "user") {
    throw new ProblemError("request_invalid", "messages: the last one has to be a user's");
  }
  const { question } = parseInput(askRequestSchema.pick({ question: true }), { question: last.content });
  const history = spoken.slice(0, -1).slice(-historyInTurns).map(toTurn);
  return { question, history };
}

function toTurn({ role, content }: HistoryTurn): HistoryTurn {
  return { role, content: content.slice(0, turnInCharacters) };
}

function joinParts(parts: readonly { readonly text: string }[]): string {
  return parts.map((part) => part.text).join("\n");
}
