import type { Answer } from "../../api/types.ts";
import { annotate } from "./annotate.ts";
import { modelId } from "./chat-request.ts";
import { writeContent } from "./content.ts";

/** What every object of one completion carries. */
export interface CompletionHead {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** Where the viewer is, for the citations' addresses. */
  readonly origin: string;
}

export function toCompletion({ id, created, origin }: CompletionHead, answer: Answer) {
  const { message, finishReason, usage, groundline } = describeAnswer(answer, origin);
  return {
    id,
    object: "chat.completion",
    created,
    model: modelId,
    choices: [
      {
        index: 0,
        message: { role: "assistant", refusal: null, ...message },
        logprobs: null,
        finish_reason: finishReason,
      },
    ],
    ...(usage ? { usage } : {}),
    groundline,
  };
}

/** An answer in the OpenAI API's words; `groundline` holds what has no place among them. */
export function describeAnswer(answer: Answer, origin: string) {
  const { text, citations, question, id, conversation, ...groundline } = answer;
  return {
    message: { content: writeContent(answer, origin), annotations: annotate(text, citations, origin) },
    finishReason: readFinish(answer),
    // Tokens are told where they are known: without a model there are none; a model's are not counted.
    usage: answer.mode === "extractive" ? { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 } : null,
    groundline,
  };
}

function readFinish({ notice }: Answer): "stop" | "length" | "content_filter" {
  if (notice === "content_filtered") return "content_filter";
  return notice === "answer_too_long" ? "length" : "stop";
}
